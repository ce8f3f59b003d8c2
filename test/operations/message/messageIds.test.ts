import { readMessageIds } from '../../../nodes/CascadeMessaging/operations/message/messageIds';
import { readerOf } from '../support/readerOf';
import { refusalOf } from '../support/refusalOf';

const read = (messageId: unknown): string[] => readMessageIds(readerOf({ messageId }), 0);

it.each<[given: unknown, ids: string[]]>([
	['1179038981', ['1179038981']],
	[1179038981, ['1179038981']],
	[Number.MAX_SAFE_INTEGER, ['9007199254740991']],
	['12345678901234567890', ['12345678901234567890']],
	['\u200B 1179038981\u00A0\uFEFF', ['1179038981']],
	['1, 2;3\r\n4', ['1', '2', '3', '4']],
	['1,\u200B,2,', ['1', '2']],
	[
		['1', 2, '3,4'],
		['1', '2', '3', '4'],
	],
	['5,5, 5', ['5']],
])('reads %j as %j', (given, ids) => {
	expect(read(given)).toEqual(ids);
});

it.each([undefined, null, '', ' \n', '\u200B\uFEFF', [], [''], ','])('finds none in %j', (given) => {
	expect(refusalOf(() => read(given))).toEqual({
		code: 'messageIdMissing',
		field: 'Message ID',
		message: 'Message ID is empty; give at least one.',
	});
});

it.each([
	'abc',
	'a b',
	'-1',
	-1,
	0,
	'0',
	'000',
	'null',
	'error',
	'undefined',
	'NaN',
	'Нет',
	'1.17e+18',
	'1179038981.0',
	'12 34',
	'1x',
	'1,abc',
	'1'.repeat(65),
])('refuses %j', (given) => {
	const wrong = String(given).split(',').at(-1) ?? '';
	const shown = wrong.length > 40 ? `${wrong.slice(0, 40)}…` : wrong;
	expect(refusalOf(() => read(given))).toEqual({
		code: 'messageIdInvalid',
		field: 'Message ID',
		message: `Message ID "${shown}" is not an ID the gateway gives; those are digits, e.g. 1179038981.`,
	});
});

it.each([1.5, 1.17e18, 9007199254740992, 1e21, NaN])('refuses the number %d, which is not exact', (given) => {
	expect(refusalOf(() => read(given))).toEqual({
		code: 'messageIdInvalid',
		field: 'Message ID',
		message: `Message ID ${given} is a number that is not exact. Give it as text.`,
	});
});
