import { countryOfPhone, countryOfPrice, operatorKey } from '../../../nodes/CascadeMessaging/protocol/account/operatorNames';

describe('operatorKey', () => {
	it.each([
		['Билайн', 'БИЛАЙН', 'Beeline', 'ПАО "Вымпел-Коммуникации"', 'ПАО «ВымпелКом»', 'Билайн (Россия)', ' билайн '],
		['МТС', 'MTS', 'ПАО "Мобильные ТелеСистемы"', 'Публичное акционерное общество «Мобильные ТелеСистемы»', 'МТС Россия'],
		['МегаФон', 'Megafon', 'ПАО «МЕГАФОН»'],
		['Tele2', 'Теле2', 'Tele 2', 'T2', 'ООО "Т2 Мобайл"', 'Т2', 'T2 Mobile'],
		['Yota', 'YOTA', 'ООО "Скартел"'],
		['Kcell (Казахстан)', 'Kcell', 'АО «Kcell»'],
		['Ростелеком', 'ПАО "Ростелеком"'],
	])('knows %s, whichever way it is written', (...names) => {
		expect(new Set(names.map(operatorKey)).size).toBe(1);
		expect(operatorKey(names[0])).not.toBe('');
	});

	it('takes different operators for different', () => {
		const names = ['Билайн', 'МТС', 'МегаФон', 'Tele2', 'Yota', 'Мотив', 'Ростелеком', 'МГТС', 'Kcell', 'A1'];
		expect(new Set(names.map(operatorKey)).size).toBe(names.length);
	});

	it.each(['Россия', 'По России', 'Russia', 'Все операторы', 'Остальные', 'Other operators', 'Казахстан', '', '—'])(
		'finds no operator in %j',
		(name) => {
			expect(operatorKey(name)).toBe('');
		},
	);
});

describe('the country', () => {
	it.each([
		['79000000001', '250'],
		['77010000001', '401'],
		['76010000001', '401'],
		['375291234567', '257'],
		['380442589632', '255'],
		['919812345678', 'elsewhere'],
	])('of phone %s is %s', (phone, country) => {
		expect(countryOfPhone(phone)).toBe(country);
	});

	it.each([
		['МТС', '250', '250'],
		['МТС (Беларусь)', null, '257'],
		['По России', null, '250'],
		['Airtel', '404', 'elsewhere'],
		['МТС', null, undefined],
		[null, null, undefined],
	])('of the prices of %s with code %s is %s', (operator, mcc, country) => {
		expect(countryOfPrice({ operator, mcc })).toBe(country);
	});
});
