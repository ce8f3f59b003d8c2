import fc from 'fast-check';
import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

import { COUNTRIES } from '../../nodes/CascadeMessaging/protocol/countries';
import { toGatewayPhone } from '../../nodes/CascadeMessaging/protocol/phone';
import { isPlainNumber, plainLocalNumber } from '../../nodes/CascadeMessaging/protocol/plainNumbers';
import { RUNS } from './support/runs';

/** The patterns of each kind of number, by country: they stand in its data at the twelfth place. */
const PATTERNS = COUNTRIES.flatMap((country) => {
	const kinds = (metadata.countries[country]?.[11] ?? []) as readonly ([pattern: string] | 0)[];
	return kinds.flatMap((kind) => (kind === 0 || kind[0] === '' ? [] : [{ country, pattern: kind[0] }]));
});

const digit = fc.constantFrom(...Array.from('0123456789'));
const digits = (maxLength: number): fc.Arbitrary<string> => fc.string({ unit: digit, maxLength });

/** A number that is valid in its country, or was before a digit of it was lost, doubled or changed. */
const number = fc.constantFrom(...PATTERNS).chain(({ country, pattern }) => {
	const valid = fc.stringMatching(new RegExp(`^(?:${pattern})$`));
	const changed = fc.tuple(valid, fc.nat(14), digits(2)).map(([text, place, put]) => text.slice(0, place) + put + text.slice(place + 1));
	return fc.record({ country: fc.constant(country), national: fc.oneof({ weight: 3, arbitrary: valid }, changed) });
});

/** What may stand in front of a number, besides its code: prefixes of all countries among others. */
const PREFIXES = ['', '', '', '0', '1', '8', '00', '80', '90', '06', '810', '011', '119', '0011', '001', '15', '010'];
const prefix = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PREFIXES) }, digits(4));

const dialled = fc.tuple(number, prefix, prefix, fc.boolean()).map(([{ country, national }, outer, inner, hasCode]) => ({
	country,
	digits: hasCode ? `${outer}${getCountryCallingCode(country)}${inner}${national}` : inner + national,
}));
const anyCountry = fc.constantFrom(...COUNTRIES);

/** Much is tried: most of what is generated is of one country of many. */
const MANY = { numRuns: 5 * RUNS.numRuns };

/** `toGatewayPhone` as it is when no number is taken for a plain one. */
function longWay(): typeof toGatewayPhone {
	const path = '../../nodes/CascadeMessaging/protocol';
	jest.doMock(`${path}/plainNumbers`, () => ({ isPlainNumber: () => false, plainLocalNumber: () => undefined }));
	let read: typeof toGatewayPhone | undefined;
	jest.isolateModules(() => ({ toGatewayPhone: read } = jest.requireActual<{ toGatewayPhone: typeof toGatewayPhone }>(`${path}/phone`)));
	return read ?? toGatewayPhone;
}

it('what is plain, the library reads as it stands, as a valid number of a country', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				dialled,
				digits(16).map((text) => ({ digits: text })),
			),
			({ digits: text }) => {
				if (!isPlainNumber(text)) return;
				const read = parsePhoneNumberFromString(`+${text}`, { extract: false });
				expect([read?.number, read?.isValid(), read?.country]).toEqual([`+${text}`, true, expect.any(String)]);
			},
		),
		MANY,
	);
});

it('what is plain in a country, the library reads there as the same valid number', () => {
	fc.assert(
		fc.property(dialled, fc.option(anyCountry), ({ digits: text, country }, other) => {
			const where = other ?? country;
			const plain = plainLocalNumber(text, where);
			if (plain === undefined) return;
			const read = parsePhoneNumberFromString(text, { defaultCountry: where, extract: false });
			expect([read?.number, read?.isValid(), read?.countryCallingCode]).toEqual([`+${plain}`, true, getCountryCallingCode(where)]);
		}),
		MANY,
	);
});

it('a number is the same whether or not it is looked at first', () => {
	const read = longWay();
	const mark = fc.constantFrom('', '+', '00', '8~10');
	fc.assert(
		fc.property(
			dialled,
			mark,
			fc.option(anyCountry, { nil: undefined }),
			fc.boolean(),
			({ digits: text, country }, front, other, isAtHome) => {
				const where = isAtHome ? country : other;
				expect(toGatewayPhone(front + text, where)).toBe(read(front + text, where));
			},
		),
		MANY,
	);
});
