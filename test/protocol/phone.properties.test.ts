import fc from 'fast-check';
import { isValidPhoneNumber } from 'libphonenumber-js/max';

import type { Country } from '../../nodes/CascadeMessaging/protocol/countries';
import { toGatewayPhone } from '../../nodes/CascadeMessaging/protocol/phone';
import { RUNS } from './support/runs';

const COUNTRIES: readonly Country[] = [
	...(['RU', 'UA', 'BY', 'KZ', 'UZ', 'AM', 'GE', 'LV', 'DE', 'AT'] as const),
	...(['PL', 'FI', 'IT', 'GB', 'US', 'TR', 'IN', 'JP', 'BR', 'NO'] as const),
];
const country = fc.constantFrom(...COUNTRIES);
const digits = (length: { minLength: number; maxLength: number }): fc.Arbitrary<string> =>
	fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), ...length });

/** Valid mobile numbers of four countries, as the gateway writes them. */
const MOBILE: Readonly<Record<string, { code: string; areas: readonly string[]; rest: number; trunk: string }>> = {
	RU: { code: '7', areas: ['900', '916', '926', '965', '977', '999'], rest: 7, trunk: '8' },
	KZ: { code: '7', areas: ['701', '705', '747', '771', '775', '777'], rest: 7, trunk: '8' },
	UA: { code: '380', areas: ['50', '63', '67', '68', '93', '99'], rest: 7, trunk: '0' },
	BY: { code: '375', areas: ['25', '29', '33', '44'], rest: 7, trunk: '80' },
};
const mobile = fc.constantFrom(...Object.values(MOBILE)).chain(({ code, areas, rest, trunk }) =>
	fc.record({
		code: fc.constant(code),
		trunk: fc.constant(trunk),
		national: fc
			.tuple(fc.constantFrom(...areas), digits({ minLength: rest, maxLength: rest }))
			.map((parts) => parts.join(''))
			.filter((national) => isValidPhoneNumber(`+${code}${national}`)),
	}),
);

it('digits are sent to only where a phone library calls the number valid', () => {
	fc.assert(
		fc.property(digits({ minLength: 5, maxLength: 16 }), country, (text, where) => {
			const phone = toGatewayPhone(text, where);
			expect(phone === null || isValidPhoneNumber(`+${phone}`)).toBe(true);
		}),
		RUNS,
	);
});

describe('a mobile number with one digit missing, or one too many, is not sent to', () => {
	const where = fc.constantFrom<Country>('RU', 'UA', 'BY');
	const spoilt = (text: string, place: number, digit: string): string[] => [
		text.slice(0, place) + text.slice(place + 1),
		text.slice(0, place) + digit + text.slice(place),
	];
	const digit = digits({ minLength: 1, maxLength: 1 });

	it('where it is written with its country code', () => {
		fc.assert(
			fc.property(mobile, where, fc.constantFrom('', '+'), fc.nat(), digit, ({ code, national }, local, plus, at, one) => {
				const place = code.length + (at % national.length);
				const read = spoilt(code + national, place, one).map((text) => toGatewayPhone(plus + text, local));
				// What is too many may be the prefix within the country: +380 (0) 44.
				expect(read.filter((phone) => phone !== code + national)).toEqual(read.filter((phone) => phone === null));
				expect(read[0]).toBeNull();
			}),
			RUNS,
		);
	});

	it('where it is written with an 8 in front', () => {
		const russian = mobile.filter(({ national }) => national.startsWith('9') && national.length === 10);
		fc.assert(
			fc.property(russian, where, fc.nat(), digit, ({ national }, local, at, one) => {
				// 8 and what follows the first 9 may be a number of a city that has no 8 in front.
				const read = spoilt(`8${national}`, 2 + (at % 9), one).map((text) => toGatewayPhone(text, local));
				expect(read).toEqual([null, null]);
			}),
			RUNS,
		);
	});
});

it('a valid number is the same number in every way of writing', () => {
	fc.assert(
		fc.property(mobile, country, ({ code, national }, where) => {
			const ways = [national.slice(0, -4), national.slice(-4, -2), national.slice(-2)];
			const written = [
				...[`+${code}${national}`, `+${code} (${ways[0] ?? ''}) ${ways.slice(1).join('-')}`, `00${code}${national}`],
				...[
					`8~10 ${code} ${ways.join(' ')}`,
					`'+${code}${national}`,
					`tel:+${code}-${ways.join('-')}`,
					`(+${code}) ${ways.join('\u00A0')}`,
				],
				...[`\u202D+${code}\u00AD${ways.join('\u2011')}\u202C`, `+${code}${national}.0`, `＋${code}${national}`],
			];
			expect(new Set(written.map((text) => toGatewayPhone(text, where)))).toEqual(new Set([code + national]));
		}),
		RUNS,
	);
});

it('a valid number is the same number as it is written at home', () => {
	const homes = fc.constantFrom<Country>('RU', 'UA', 'BY', 'KZ');
	fc.assert(
		fc.property(mobile, homes, ({ code, national, trunk }, home) => {
			fc.pre(MOBILE[home]?.code === code);
			const written = [
				trunk + national,
				`${trunk} ${national.slice(0, -7)} ${national.slice(-7)}`,
				`${trunk}${national},0`,
				code + national,
				`${code}${national}.00`,
			];
			expect(new Set(written.map((text) => toGatewayPhone(text, home)))).toEqual(new Set([code + national]));
		}),
		RUNS,
	);
});
