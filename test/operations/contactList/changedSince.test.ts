import { changedSinceField, readChangedSince } from '../../../nodes/CascadeMessaging/operations/contactList/changedSince';
import { refusalOf } from '../support/refusalOf';

const CLOCK = { workflow: 'America/New_York', account: 'Europe/Moscow' };
const read = (changedSince: unknown): string | undefined => readChangedSince({ changedSince }, CLOCK);

it.each([
	[undefined, undefined],
	[null, undefined],
	['', undefined],
	['2026-12-01T10:30:45', '2026-12-01 18:30:00'],
	['2026-12-01T10:30:00Z', '2026-12-01 13:30:00'],
	[new Date('2026-12-01T10:30:59Z'), '2026-12-01 13:30:00'],
])('%p in New York is %j in Moscow, never later', (given, moment) => {
	expect(changedSinceField.name).toBe('changedSince');
	expect(read(given)).toBe(moment);
});

it.each([
	['yesterday', '"yesterday"'],
	[1764585000000, '"1764585000000"'],
	[new Date(NaN), 'no valid date'],
])('refuses %p', (given, words) => {
	expect(refusalOf(() => read(given))).toEqual({
		code: 'changedSinceInvalid',
		field: 'Changed Since',
		message: `Changed Since must be a date and time such as 2026-12-01T10:30, but it is ${words}.`,
	});
});
