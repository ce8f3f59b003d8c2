import { toChoice, toNumberSetting } from '../../../nodes/CascadeMessaging/operations/shared/settings';
import { refusalOf } from '../support/refusalOf';

const SIZE = { field: 'Size', least: 2, most: 5, byDefault: 3 };
const COLOUR = { field: 'Colour', choices: ['red', 'green'], byDefault: 'green' } as const;

it.each([
	[undefined, 3],
	['', 3],
	[' ', 3],
	[2, 2],
	['5', 5],
	['2,5', 2.5],
])('of the number %j is read %d', (value, number) => {
	expect(toNumberSetting(value, SIZE)).toBe(number);
});

it.each([
	[1.9, 'Size must be 2 or more, but it is 1.9.'],
	[-Infinity, 'Size must be 2 or more, but it is -Infinity.'],
	[Infinity, 'Size must be 2 or more, but it is Infinity.'],
	[5.1, 'Size must be 5 or less, but it is 5.1.'],
	['big', 'Size must be a number, but it is "big".'],
])('the number %j is refused', (value, message) => {
	expect(refusalOf(() => toNumberSetting(value, SIZE))).toEqual({ code: 'valueNotReadable', field: 'Size', message });
});

it('a number without a most may be as large as numbers are', () => {
	expect(toNumberSetting(Number.MAX_VALUE, { field: 'Size', least: 0, byDefault: 0 })).toBe(Number.MAX_VALUE);
});

it.each([
	[undefined, 'green'],
	[null, 'green'],
	[' ', 'green'],
	['red', 'red'],
	['green', 'green'],
])('of the choice %j is read %s', (value, choice) => {
	expect(toChoice(value, COLOUR)).toBe(choice);
});

it.each(['blue', 'Red', 'red '])('the choice %j is refused', (value) => {
	expect(refusalOf(() => toChoice(value, COLOUR))).toEqual({
		code: 'valueNotReadable',
		field: 'Colour',
		message: 'Colour must be one of red, green.',
	});
});
