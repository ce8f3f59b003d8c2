import { ItemError } from '../../nodes/CascadeMessaging/operations/itemFailure';
import type { ParameterReader } from '../../nodes/CascadeMessaging/operations/parameterReader';
import { readMessageIds } from '../../nodes/CascadeMessaging/operations/readMessageIds';

const read = (value: unknown): string[] => readMessageIds({ read: () => value } as unknown as ParameterReader, 0);

it.each<[unknown, string[]]>([
	['1179038981', ['1179038981']],
	[1179038981, ['1179038981']],
	[' \u200b1179038981\ufeff\n', ['1179038981']],
	['1179038981, 1179038982;1179038983\n1179038981', ['1179038981', '1179038982', '1179038983']],
	[['1179038981', 1179038982], ['1179038981', '1179038982']],
])('reads %j', (value, ids) => {
	expect(read(value)).toEqual(ids);
});

it.each(['abc', '-1', '1.5', '1e3', '0', 'null', 'a1179038981', '1179038981 1179038982', '9'.repeat(65)])('takes %j for no ID', (value) => {
	let thrown: unknown;
	try {
		read(value);
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(ItemError);
	expect(thrown).toMatchObject({
		failure: { code: 'messageIdInvalid', field: 'Message ID', message: `Message ID "${value.slice(0, 40)}" is not an ID the gateway gives: a number of up to 64 digits.` },
	});
});

it.each(['', ' ', null, undefined, [], [' ']])('refuses %j: there is none', (value) => {
	expect(() => read(value)).toThrow('Message ID is empty; give at least one.');
});
