import fc from 'fast-check';

describe('parseJson', () => {
	it('reads what is JSON, null included', () => {
		expect(parseJson('{"a":[1,null]}')).toEqual({ a: [1, null] });
		expect(parseJson('null')).toBeNull();
	});

	it.each(['', '{', "{'a':1}", 'undefined'])('takes %j for none', (text) => {
		expect(parseJson(text)).toBeUndefined();
	});
});

import { parseExactJson, parseJson } from '../../nodes/CascadeMessaging/protocol/parseJson';
import { RUNS } from './support/runs';

it.each([
	['{"order": 12345678901234567890}', { order: '12345678901234567890' }],
	['[-12345678901234567,1234567890123456]', ['-12345678901234567', '1234567890123456']],
	['{"rate":0.12345678901234567}', { rate: '0.12345678901234567' }],
	['[12345678.123456789, 1.2345678901234567e5]', ['12345678.123456789', '1.2345678901234567e5']],
	[
		'[1234567890123456,"1234567890123456 \\" 1234567890123456","\\\\",1234567890123456]',
		['1234567890123456', '1234567890123456 " 1234567890123456', '\\', '1234567890123456'],
	],
])('%s keeps all digits', (text, value) => {
	expect(parseExactJson(text)).toEqual(value);
});

it.each([
	'{"order":123456789012345}',
	'[0.0000000000000001]',
	'[-0.00000000000000012]',
	'[1e21,1E5,-2.5]',
	'"1234567890123456"',
	'{"1234567890123456":"-1234567890123456"}',
	'true',
	'[123456789012345e2]',
	'[123456789012345e10]',
])('%s is read as JSON is', (text) => {
	expect(parseExactJson(text)).toEqual(JSON.parse(text));
});

it.each(['', '{', '{"a": undefined}', '12345678901234567890,', '[01234567890123456789]'])('%j is no JSON', (text) => {
	expect(parseExactJson(text)).toBeUndefined();
});

it('whoever asks says which other numbers become text', () => {
	const hasExponent = (number: string): boolean => /e/i.test(number);
	expect(parseExactJson('1e5', hasExponent)).toBe('1e5');
	expect(parseExactJson('[1e5, 2E-3, 15, "1e5"]', hasExponent)).toEqual(['1e5', '2E-3', 15, '1e5']);
});

it('changes nothing that holds no such number', () => {
	fc.assert(
		fc.property(
			fc.jsonValue({ maxDepth: 3 }).filter((value) => !/\d{5}/.test(JSON.stringify(value).replaceAll('.', ''))),
			(value) => {
				const text = JSON.stringify(value);
				expect(parseExactJson(text)).toEqual(JSON.parse(text));
			},
		),
		RUNS,
	);
});

it('any whole number comes back with its digits, also beside texts that look like it', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.string(), (number, text) => {
			expect(parseExactJson(`{"n":${number},"t":${JSON.stringify(`${number}${text}`)}}`)).toMatchObject({ t: `${number}${text}` });
			const { n } = parseExactJson(`{"n":${number}}`) as { n: unknown };
			expect(String(n)).toBe(String(number));
		}),
		RUNS,
	);
});
