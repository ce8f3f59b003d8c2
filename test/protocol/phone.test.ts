import examples from 'libphonenumber-js/examples.mobile.json';
import { getExampleNumber } from 'libphonenumber-js/max';

import type { Country } from '../../nodes/CascadeMessaging/protocol/countries';
import { COUNTRIES } from '../../nodes/CascadeMessaging/protocol/countries';
import { toGatewayPhone } from '../../nodes/CascadeMessaging/protocol/phone';

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
		['493309304680', 'DE', '49493309304680'],
	])('reads %s in %s as the real number with its code, not as %s, which could be one', (text, country) => {
		expect(toGatewayPhone(text, country)).toBe(text);
	});

	it.each<[text: string, country: Country, phone: string]>([
		['9162000001', 'US', '19162000001'],
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

	it.each<[text: string, country: Country, why: string]>([
		['7916123456', 'RU', 'a digit is missing'],
		['7716123456', 'RU', 'a digit is missing, though in Kazakhstan it is a number'],
		['8916123456', 'RU', 'a digit is missing'],
		['38067123456', 'UA', 'a digit is missing'],
		['37529123456', 'BY', 'a digit is missing'],
		['3752912345678', 'BY', 'a digit too many'],
		['0501234567', 'RU', 'it is local in Ukraine'],
		['9655123456.5', 'RU', 'a fraction is no phone'],
		['1764158400', 'RU', 'a moment in seconds'],
		['1764158400000', 'RU', 'a moment in milliseconds'],
		['20261126103000', 'RU', 'a moment'],
		['20261126', 'RU', 'a date'],
		['13102015', 'RU', 'a date, though +1 310 2015 is valid in Canada'],
		['4601234567893', 'RU', 'the code of an article'],
		['4940449799430', 'RU', 'the code of an article, though +49 40449799430 is valid'],
		['380441802102', 'RU', 'the tax number of a person, though +380 44 180-21-02 is valid'],
		['7707083893', 'RU', 'the tax number of a firm'],
		['112-233-445 95', 'RU', 'a pension number'],
		['4276 3800 1234 5678', 'RU', 'the number of a card'],
		['95.165.123.45', 'RU', 'an address of the internet'],
		['2026-12-01', 'LV', 'a date, though 20261201 is a number there'],
		['80012345678', 'UA', 'it belongs to no country'],
		['3800442589632', 'RU', 'a 0 too many, and no plus'],
		['889161234567', 'BY', 'an 8 too many'],
		['8916123456 78', 'BY', 'a digit too many'],
		['810380442589632', 'DE', 'too long for a number, though Germany has no limit'],
		['+7916123456', 'RU', 'a digit is missing'],
		['+79161234567 8', 'RU', 'a digit too many'],
		['+78916123456', 'RU', 'a digit is missing behind +7 8'],
		['+7 7916123456', 'RU', 'a digit is missing behind +7 7'],
		['+7 79161234567', 'RU', 'the code stands there twice'],
		['+7 0501234567', 'RU', 'no number begins with 0'],
		['+9161234567', 'RU', 'the code is missing behind the plus'],
		['+37529123456', 'RU', 'a digit is missing'],
		['+3806712345678', 'RU', 'a digit too many'],
		['+888888888888888888', 'RU', 'far too long'],
		['00 7 600 123-45-67', 'RU', 'not valid, and no plus'],
	])('refuses %s in %s: %s', (text, country) => {
		expect(toGatewayPhone(text, country)).toBeNull();
	});

	it.each<[text: string, country: Country, phone: string]>([
		['9655123456.0', 'RU', '79655123456'],
		['501234567.0', 'UA', '380501234567'],
		['79161234567.00', 'RU', '79161234567'],
		['8 916 123-45-67', 'BY', '79161234567'],
		['8 916 123-45-67', 'UA', '79161234567'],
		['8 701 123-45-67', 'UA', '77011234567'],
		['8 916 123-45-67', 'KZ', '79161234567'],
		['9161234567', 'KZ', '79161234567'],
		['8 701 123-45-67', 'RU', '77011234567'],
		['77011234567', 'RU', '77011234567'],
		['7011234567', 'KZ', '77011234567'],
		['80 29 123-45-67', 'BY', '375291234567'],
		['375291234567', 'RU', '375291234567'],
	])('reads %s in %s as %s', (text, country, phone) => {
		expect(toGatewayPhone(text, country)).toBe(phone);
	});

	it.each<[text: string, country: Country, phone: string]>([
		['4165550123', 'US', '14165550123'],
		['07797 712345', 'GB', '447797712345'],
		['810 380 44 258 96 32', 'UA', '380442589632'],
		['007 900 000-00-01', 'RU', '79000000001'],
		['011 380 44 258 96 32', 'US', '380442589632'],
		['8~10 380 44 258 96 32', 'DE', '380442589632'],
		['+380 (0) 44 258 96 32', 'RU', '380442589632'],
		['00 49 (0) 1512 3456789', 'RU', '4915123456789'],
		['+7 (8) 916 123-45-67', 'RU', '79161234567'],
		['8 800 555-35-35', 'RU', '78005553535'],
		['49 4044 979 9431', 'RU', '4940449799431'],
		['376312345', 'RU', '376312345'],
		['+883 5100 0123 4567', 'RU', '883510001234567'],
	])('reads %s in %s as %s', (text, country, phone) => {
		expect(toGatewayPhone(text, country)).toBe(phone);
	});

	it('takes a mobile number of 13 digits, though every tenth has the check digit of an article', () => {
		expect(toGatewayPhone('4915123456787', 'RU')).toBe('4915123456787');
	});

	it.each(['+7 690 879 12 34', '+380 48 790 00 00'])('looks for a doubled code at the beginning only: %s', (text) => {
		expect(toGatewayPhone(text, 'RU')).toBe(text.replace(/\D/g, ''));
	});

	it.each<[text: string, phone: string]>([
		['+7 600 123-45-67', '76001234567'],
		['+7 709 123-45-67', '77091234567'],
		['+380 42 123 45 67', '380421234567'],
		['+380 81 234-56-78', '380812345678'],
		['+375 79 123-45-67', '375791234567'],
	])('takes the plus of %s for a sign that it is of a new range', (text, phone) => {
		expect(toGatewayPhone(text, 'RU')).toBe(phone);
		expect(toGatewayPhone(text.slice(1), 'RU')).toBeNull();
	});

	it.each<[text: string, phone: string | null]>([
		['+7 916 123-45-67', '79161234567'],
		['79161234567', '79161234567'],
		['8 916 123-45-67', '79161234567'],
		['810 380442589632', '380442589632'],
		['9161234567', null],
		['044 258 96 32', null],
	])('without a country reads %s as %s', (text, phone) => {
		expect(toGatewayPhone(text)).toBe(phone);
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
