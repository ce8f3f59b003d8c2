import { DateTime } from 'luxon';

import { birthdayField, readBirthday } from '../../../nodes/CascadeMessaging/operations/contactList/birthday';
import { refusalOf } from '../support/refusalOf';

const read = (birthday: unknown): string | undefined => readBirthday({ birthday }, 'Europe/Moscow');

it.each([
	[undefined, undefined],
	[null, undefined],
	['', undefined],
	[' 17.05.1990 ', '1990-05-17'],
	[DateTime.fromISO('1990-05-17', { zone: 'Europe/Moscow' }), '1990-05-17'],
	[new Date('1990-05-16T21:00:00Z'), '1990-05-17'],
])('%p is read as %j', (given, birthday) => {
	expect(birthdayField.name).toBe('birthday');
	expect(read(given)).toBe(birthday);
});

it.each([
	['17 мая', '"17 мая"'],
	[19900517, '"19900517"'],
	[new Date(NaN), 'no valid date'],
	[DateTime.invalid('test'), 'no valid date'],
])('refuses %p', (given, words) => {
	expect(refusalOf(() => read(given))).toEqual({
		code: 'birthdayInvalid',
		field: 'Birthday',
		message: `Birthday must be a date such as 1990-05-17 or 17.05.1990, but it is ${words}.`,
	});
});

it('refuses what is no text', () => {
	expect(refusalOf(() => read({}))).toMatchObject({ code: 'valueNotReadable', field: 'Birthday' });
});
