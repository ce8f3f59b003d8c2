import { getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/examples.mobile.json';

import { COUNTRIES, isCountry, toGatewayPhone } from '../../nodes/CascadeMessaging/protocol/phone';
import type { Country } from '../../nodes/CascadeMessaging/protocol/phone';

describe('toGatewayPhone', () => {
	it.each<[text: string, country: Country, phone: string]>([
		['8\u202F900\u2009000\u00A000\u202F01', 'RU', '79000000001'],
		['8 (900) 000-00-01', 'RU', '79000000001'],
		['9000000001', 'RU', '79000000001'],
		['+7 900 000 00 01', 'RU', '79000000001'],
		['79000000001', 'RU', '79000000001'],
		[' 7.900.000.00.01 ', 'RU', '79000000001'],
		['\t+7 900 000 00 01\r\n', 'RU', '79000000001'],
		['+7(900)000‑00‑01', 'RU', '79000000001'],
		['＋7 900 000 00 01', 'RU', '79000000001'],
		['٧٩٠٠٠٠٠٠٠٠١', 'RU', '79000000001'],
		['8~10 380 44 258 96 32', 'RU', '380442589632'],
		['044 258 96 32', 'UA', '380442589632'],
		['00 49 1512 3456789', 'DE', '4915123456789'],
		['01512 3456789', 'DE', '4915123456789'],
		['(201) 555-0123', 'US', '12015550123'],
	])('reads %s in %s as %s', (text, country, phone) => {
		expect(toGatewayPhone(text, country)).toBe(phone);
	});

	it.each<[text: string, country: Country]>([
		['+380 44 258 96 32', 'RU'],
		['380442589632', 'RU'],
		['380442589632', 'UA'],
		['380442589632', 'US'],
		['380442589632', 'BY'],
	])('reads %s in %s as a number of Ukraine', (text, country) => {
		expect(toGatewayPhone(text, country)).toBe('380442589632');
	});

	it.each<[text: string, country: Country, local: string]>([
		['380442589632', 'FI', '358380442589632'],
		['380442589632', 'TR', '90380442589632'],
		['4915123456789', 'IN', '914915123456789'],
	])('reads %s in %s as the real number abroad, not as %s, which could be one', (text, country) => {
		expect(toGatewayPhone(text, country)).toBe(text);
	});

	it.each<[text: string, country: Country, phone: string]>([
		['9000000001', 'US', '19000000001'],
		['9000000001', 'AT', '439000000001'],
	])('reads %s in %s as %s, which is real there', (text, country, phone) => {
		expect(toGatewayPhone(text, country)).toBe(phone);
	});

	it.each<Country>(['RU', 'KZ', 'UA', 'BY', 'AM', 'GE', 'UZ', 'TR', 'AE', 'CZ'])(
		"reads the gateway's own way of writing, 79000000001, in %s",
		(country) => {
			expect(toGatewayPhone('79000000001', country)).toBe('79000000001');
		},
	);

	it.each([
		'',
		'   ',
		'-',
		'phone',
		'112',
		'+7900',
		'+8 900 000 00 01',
		'790000000011',
		'+79000000001abc',
		'8-900-000-00-01 (home)',
		'1-800-FLOWERS',
		'+7 900 000-00-01 ext. 5',
		'79000000001,79000000002',
		'7900000000179000000002',
		'8 900 000 00 0',
		'8900000000',
		'9'.repeat(1000),
	])('refuses what no number can be: %s', (text) => {
		expect(toGatewayPhone(text, 'RU')).toBeNull();
	});

	describe.each(COUNTRIES.map((country) => [country, getExampleNumber(country, examples)] as const))(
		'a number of %s',
		(country, number) => {
			const digits = String(number?.number).slice(1);

			it('is read as it is written in the country, abroad, and by the gateway', () => {
				const written = [number?.formatNational(), number?.formatInternational(), number?.number, digits];
				const read = written.map((text = '') => toGatewayPhone(text, country));
				expect(read).toEqual([digits, digits, digits, digits]);
			});
		},
	);
});

describe('isCountry', () => {
	it('knows ISO codes', () => {
		expect(COUNTRIES).toEqual(expect.arrayContaining(['RU', 'UA', 'BY', 'KZ', 'DE', 'US']));
		expect(COUNTRIES.every(isCountry)).toBe(true);
	});

	it.each(['', 'ru', 'RUS', 'Russia', 'XX', '__proto__', 7, null, undefined, ['RU']])('refuses %j', (value) => {
		expect(isCountry(value)).toBe(false);
	});
});
