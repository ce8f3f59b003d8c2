import fc from 'fast-check';
import { getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';

import { toGatewayPhone } from '../../nodes/CascadeMessaging/protocol/phone';
import type { Country } from '../../nodes/CascadeMessaging/protocol/phone';
import { RUNS } from './support/runs';

const COUNTRIES: readonly Country[] = [
	...(['RU', 'UA', 'BY', 'KZ', 'UZ', 'AM', 'GE', 'AZ', 'KG', 'TJ'] as const),
	...(['DE', 'US', 'GB', 'TR', 'IL', 'PL', 'CN', 'IN', 'AE', 'FI'] as const),
];
const country = fc.constantFrom(...COUNTRIES);
const digits = (least: number, most: number): fc.Arbitrary<string> =>
	fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((list) => list.join(''));

const isReal = (phone: string): boolean => parsePhoneNumberFromString(`+${phone}`)?.isValid() === true;

/** Mobile numbers as the gateway writes them, of countries whose people are written to most. */
const mobile = fc.oneof(
	fc.tuple(fc.constantFrom('790', '791', '792', '795', '796', '798'), digits(8, 8)),
	fc.tuple(fc.constantFrom('38050', '38067', '38063', '37529', '37533', '77011', '77772'), digits(7, 7)),
).map(([area, rest]) => area + rest).filter(isReal);

it('random digits are sent to only if they are a real number', () => {
	fc.assert(
		fc.property(digits(5, 16), country, (text, where) => {
			const phone = toGatewayPhone(text, where);
			if (phone !== null) expect([phone, isReal(phone)]).toEqual([phone, true]);
		}),
		{ numRuns: 5 * RUNS.numRuns },
	);
});

it('a number with a digit too few or too many never reaches a stranger', () => {
	fc.assert(
		fc.property(mobile, fc.nat(20), digits(1, 1), (phone, place, digit) => {
			const home = parsePhoneNumberFromString(`+${phone}`)?.country ?? 'RU';
			const at = place % phone.length;
			const short = phone.slice(0, at) + phone.slice(at + 1);
			const long = phone.slice(0, at) + digit + phone.slice(at);
			for (const text of [short.startsWith(phone.slice(0, 2)) ? short : phone.slice(0, -1), long.startsWith('8') ? `${phone}1` : long]) {
				const sent = toGatewayPhone(text, home);
				if (sent !== null) expect([text, sent, sent === text || sent === phone]).toEqual([text, sent, true]);
			}
		}),
		RUNS,
	);
});

it('every way of writing a number says the same', () => {
	fc.assert(
		fc.property(mobile, country, (phone, where) => {
			const grouped = parsePhoneNumberFromString(`+${phone}`)?.formatInternational() ?? '';
			for (const written of [`+${phone}`, grouped, `tel:+${phone}`, `'+${phone}`, `\u202d${grouped}\u202c`, `00${phone}`]) {
				expect([written, toGatewayPhone(written, where)]).toEqual([written, phone]);
			}
		}),
		RUNS,
	);
});

it('the number of each country is read at home as it is written there', () => {
	for (const home of COUNTRIES) {
		const number = getExampleNumber(home, examples);
		expect(toGatewayPhone(number?.formatNational() ?? '', home)).toBe(number?.number.slice(1));
	}
});
