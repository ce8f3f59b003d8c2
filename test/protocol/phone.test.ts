import { getExampleNumber } from 'libphonenumber-js/max';
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

	it.each<[text: string, country: Country, phone: string]>([
		['\u202d+7 900 000-00-01\u202c', 'RU', '79000000001'],
		["'+7 900 000-00-01", 'RU', '79000000001'],
		['tel:+79000000001', 'UA', '79000000001'],
		['0079000000001', 'RU', '79000000001'],
		['0079000000001', 'UA', '79000000001'],
		['810380442589632', 'UA', '380442589632'],
		['9655123456.0', 'RU', '79655123456'],
		['501234567.0', 'UA', '380501234567'],
		['+7 8 900 000-00-01', 'RU', '79000000001'],
		['+380 (0) 44 258 96 32', 'RU', '380442589632'],
		['8-800-555-35-35', 'RU', '78005553535'],
	])('reads the way of writing %j in %s as %s', (text, country, phone) => {
		expect(toGatewayPhone(text, country)).toBe(phone);
	});

	it.each<[text: string, country: Country]>([
		['8 916 123-45-67', 'BY'],
		['89161234567', 'UA'],
		['8 (916) 123-45-67', 'KZ'],
		['79161234567', 'US'],
		['+7 916 123-45-67', 'BY'],
	])('reads %s in %s as a number of Russia', (text, country) => {
		expect(toGatewayPhone(text, country)).toBe('79161234567');
	});

	it('reads the own form of a country first', () => {
		expect(toGatewayPhone('8 029 123-45-67', 'BY')).toBe('375291234567');
		expect(toGatewayPhone('87011234567', 'KZ')).toBe('77011234567');
		expect(toGatewayPhone('7011234567', 'KZ')).toBe('77011234567');
		expect(toGatewayPhone('416 555 0123', 'US')).toBe('14165550123');
		expect(toGatewayPhone('87011234567', 'RU')).toBe('77011234567');
	});

	it.each<[text: string, country: Country, what: string]>([
		['7916123456', 'RU', 'a digit short'],
		['7011234567', 'RU', 'a number of Kazakhstan, or a digit short'],
		['7777123456', 'RU', 'a digit short'],
		['+7 890 000-00-01', 'RU', 'an 8 behind +7 and a digit short'],
		['0501234567', 'RU', 'the local form of another country'],
		['8 029 123-45-67', 'RU', 'the local form of another country'],
		['916123456', 'RU', 'a digit short'],
		['791612345678', 'RU', 'a digit long'],
		['1764156000', 'RU', 'a Unix time'],
		['1764156000000', 'RU', 'a Unix time in milliseconds'],
		['20261126103000', 'RU', 'a time stamp'],
		['2026-11-26', 'RU', 'a date'],
		['4607001234567', 'RU', 'an EAN code'],
		['7707083893', 'RU', 'a tax number'],
		['2200700112345678', 'RU', 'a bank card'],
		['192.168.1.10', 'RU', 'an address'],
		['7.9E+10', 'RU', 'what a spreadsheet left of a number'],
		['9655123456.5', 'RU', 'a fraction'],
		['8(916)1234567/8(917)1234567', 'RU', 'two numbers'],
		['89161234567 89171234567', 'RU', 'two numbers'],
		['89161234567 Anna', 'RU', 'a number and a name'],
		['8 916 123 45 67 доб. 5', 'RU', 'an extension'],
		['01512 345', 'DE', 'too short'],
	])('refuses %s in %s: %s', (text, country) => {
		expect(toGatewayPhone(text, country)).toBeNull();
	});

	it('takes a number that is not known to be real only with a plus', () => {
		expect(toGatewayPhone('+74481234567', 'RU')).toBe('74481234567');
		expect(toGatewayPhone('74481234567', 'RU')).toBeNull();
		expect(toGatewayPhone('0074481234567', 'RU')).toBeNull();
	});

	it.each<[text: string, country: Country, local: string]>([
		['380442589632', 'FI', '358380442589632'],
		['380442589632', 'TR', '90380442589632'],
		['4915123456789', 'IN', '914915123456789'],
	])('reads %s in %s as the real number abroad, not as %s, which could be one', (text, country) => {
		expect(toGatewayPhone(text, country)).toBe(text);
	});

	it.each<[text: string, country: Country, phone: string]>([
		['9012345678', 'US', '19012345678'],
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
