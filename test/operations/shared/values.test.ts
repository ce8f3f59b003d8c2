import { toFlag, toJsonObject, toNumber, toOptionalText, toText } from '../../../nodes/CascadeMessaging/operations/shared/values';
import { failureOf } from '../support/failureOf';

it.each([[undefined, ''], [null, ''], ['a ', 'a '], [0, '0'], [false, 'false'], [10n, '10']])('%p as text is %j', (value, text) => {
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
	expect(failureOf(() => toText(value, 'Key'))).toEqual({
		code: 'valueNotReadable', outcome: 'notSent', field: 'Key', message: `Key must be text, but its expression gives ${words}`,
	});
});

it('blanks are no optional text', () => {
	expect(toOptionalText(' \n', 'Phone')).toBeUndefined();
	expect(toOptionalText(' a', 'Phone')).toBe(' a');
});

it.each([[true, true], [1, true], [' Yes ', true], ['1', true], ['true', true], [false, false], ['no', false], ['yes!', false], ['oh yes', false], [2, false], [null, false]])(
	'%p as a flag is %s',
	(value, flag) => {
		expect(toFlag(value)).toBe(flag);
	},
);

it('reads numbers, also with a comma', () => {
	expect(toNumber('1,5', 'Timeout')).toBe(1.5);
	expect(toNumber(' ', 'Timeout')).toBeUndefined();
	expect(failureOf(() => toNumber(NaN, 'Timeout'))).toMatchObject({ code: 'valueNotReadable', message: 'Timeout must be a number, but it is "NaN".' });
});

it('reads JSON objects, and keeps all digits of their numbers', () => {
	expect(toJsonObject('{"order":12345678901234567890,"a":1}', 'Data', {})).toEqual({ order: '12345678901234567890', a: 1 });
	expect(toJsonObject({ a: 1 }, 'Data', {})).toEqual({ a: 1 });
	for (const nothing of [undefined, null, '']) expect(toJsonObject(nothing, 'Data', {})).toEqual({});
	expect(failureOf(() => toJsonObject('[1]', 'Data', { contactId: 42 }))).toEqual({
		code: 'valueNotReadable', outcome: 'notSent', field: 'Data', message: 'Data must be a JSON object such as {"contactId":42}.',
	});
});
