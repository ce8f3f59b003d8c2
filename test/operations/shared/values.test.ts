import {
	datesAsText,
	toFlag,
	toJsonObject,
	toName,
	toNumber,
	toText,
	toValues,
} from '../../../nodes/CascadeMessaging/operations/shared/values';
import { refusalOf } from '../support/refusalOf';

it.each([
	[undefined, ''],
	[null, ''],
	['a ', 'a '],
	[0, '0'],
	[false, 'false'],
	[10n, '10'],
])('%p as text is %j', (value, text) => {
	expect(toText(value, 'Key')).toBe(text);
});

it.each([
	[{}, 'a list or an object.'],
	[['a'], 'a list or an object.'],
	[Math.max, 'a function; its call lacks "()".'],
	[Symbol('x'), 'a symbol.'],
	[new Date(0), "a date. Write it as text, e.g. with .toFormat('dd.MM.yyyy')."],
	[new Date(NaN), "a date. Write it as text, e.g. with .toFormat('dd.MM.yyyy')."],
])('%p is no text', (value, words) => {
	expect(refusalOf(() => toText(value, 'Key'))).toEqual({
		code: 'valueNotReadable',
		field: 'Key',
		message: `Key must be text, but its expression gives ${words}`,
	});
});

it('blanks around a name are no part of it, and alone they are none', () => {
	expect(toName(' \n', 'Phone')).toBeUndefined();
	expect(toName(' a \u200B', 'Phone')).toBe('a');
	expect(toName(7, 'Phone')).toBe('7');
});

it.each([
	[{ a: 1 }, { a: 1 }],
	[undefined, {}],
	[null, {}],
	['text', {}],
	[[1], {}],
])('%j as values is %j', (value, values) => {
	expect(toValues(value)).toEqual(values);
});

it.each([
	[true, true],
	[1, true],
	[' Yes ', true],
	['1', true],
	['true', true],
	[false, false],
	['no', false],
	['yes!', false],
	['oh yes', false],
	[2, false],
	[null, false],
])('%p as a flag is %s', (value, flag) => {
	expect(toFlag(value)).toBe(flag);
});

it('reads numbers, also with a comma', () => {
	expect(toNumber('1,5', 'Timeout')).toBe(1.5);
	expect(toNumber(' ', 'Timeout')).toBeUndefined();
	expect(refusalOf(() => toNumber(NaN, 'Timeout'))).toMatchObject({
		code: 'valueNotReadable',
		message: 'Timeout must be a number, but it is "NaN".',
	});
});

it('reads JSON objects, and keeps all digits of their numbers', () => {
	expect(toJsonObject('{"order":12345678901234567890,"a":1}', 'Data', {})).toEqual({ order: '12345678901234567890', a: 1 });
	expect(toJsonObject({ a: 1 }, 'Data', {})).toEqual({ a: 1 });
	for (const nothing of [undefined, null, '']) expect(toJsonObject(nothing, 'Data', {})).toEqual({});
	expect(refusalOf(() => toJsonObject('[1]', 'Data', { contactId: 42 }))).toEqual({
		code: 'valueNotReadable',
		field: 'Data',
		message: 'Data must be a JSON object such as {"contactId":42}.',
	});
});

it.each([
	[new Date(0), '1970-01-01T00:00:00.000Z'],
	[new Date(NaN), null],
	['1970', '1970'],
	[null, null],
	[{ year: 1970 }, { year: 1970 }],
])('%p is %p once dates are texts', (value, text) => {
	expect(datesAsText(value)).toEqual(text);
});
