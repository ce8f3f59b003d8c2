import type { Country } from '../../nodes/CascadeMessaging/protocol/countries';
import { isPlainNumber, plainLocalNumber } from '../../nodes/CascadeMessaging/protocol/plainNumbers';

describe('isPlainNumber', () => {
	it.each(['79000000001', '74951234567', '380442589632', '375291234567', '4915123456789', '12015550123', '905012345678'])(
		'sees that %s is a number',
		(digits) => {
			expect(isPlainNumber(digits)).toBe(true);
		},
	);

	it.each([
		['7900000000', 'a digit is missing'],
		['790000000011', 'a digit too many'],
		['76001234567', 'there is no such range'],
		['789161234567', 'an 8 too many'],
		['9161234567', 'the code is missing'],
		['0', 'no code begins so'],
		['', 'nothing is there'],
		['8801', 'far too short'],
		['77011234567', 'of two countries with one code, it is of the second'],
		['5491123456789', 'the library changes numbers of Argentina while it reads them'],
		['3800442589632', 'the prefix within the country stands behind the code'],
		['3758108598016', 'the library drops 810 as the prefix of a call abroad'],
		['80012345678', 'it is of no country'],
	])('leaves %s to the library: %s', (digits) => {
		expect(isPlainNumber(digits)).toBe(false);
	});
});

describe('plainLocalNumber', () => {
	it.each<[digits: string, country: Country, number: string]>([
		['89000000001', 'RU', '79000000001'],
		['9000000001', 'RU', '79000000001'],
		['0442589632', 'UA', '380442589632'],
		['442589632', 'UA', '380442589632'],
		['80291234567', 'BY', '375291234567'],
		['2015550123', 'US', '12015550123'],
	])('sees that %s in %s is %s', (digits, country, number) => {
		expect(plainLocalNumber(digits, country)).toBe(number);
	});

	it.each<[digits: string, country: Country, why: string]>([
		['79000000001', 'RU', 'the code stands there'],
		['8900000000', 'RU', 'a digit is missing'],
		['493309304680', 'DE', 'the code stands there, though it is an area code as well'],
		['810380442589632', 'RU', 'it is a call abroad'],
		['015338311061', 'IL', 'it could be a call abroad'],
		['87011234567', 'KZ', 'another country with the code comes first'],
		['91123456789', 'AR', 'the library changes numbers while it reads them'],
		['', 'RU', 'nothing is there'],
	])('leaves %s in %s to the library: %s', (digits, country) => {
		expect(plainLocalNumber(digits, country)).toBeUndefined();
	});
});
