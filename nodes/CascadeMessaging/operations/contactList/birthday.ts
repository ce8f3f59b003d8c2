import type { INodeProperties } from 'n8n-workflow';

import { readDay } from '../../protocol';
import type { ItemError } from '../shared/failure';
import { unreadable } from '../shared/failure';
import type { Values } from '../shared/values';
import { toDate } from './dateValue';

/** The stable codes of birthdays that are none. */
export type BirthdayCode = 'birthdayInvalid';

/** Contact field: when somebody was born. */
export const birthdayField: INodeProperties = {
	displayName: 'Birthday',
	name: 'birthday',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1990-05-17',
	description: 'The day of birth: 1990-05-17, 17.05.1990, or a date and time',
};

/**
 * The birthday among the fields of a contact, `YYYY-MM-DD`; `timeZone` is the workflow's.
 *
 * @throws {ItemError} `birthdayInvalid` where it is no date.
 */
export function readBirthday({ birthday }: Values, timeZone: string): string | undefined {
	return toDate(birthday, { field: birthdayField.displayName, read: (text) => readDay(text, timeZone), invalid });
}

function invalid(what: string): ItemError<BirthdayCode> {
	const field = birthdayField.displayName;
	return unreadable<BirthdayCode>('birthdayInvalid', field, `${field} must be a date such as 1990-05-17 or 17.05.1990, but it is ${what}.`);
}
