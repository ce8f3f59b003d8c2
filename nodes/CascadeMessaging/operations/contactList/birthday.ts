import type { INodeProperties } from 'n8n-workflow';

import { readDay, shorten } from '../../protocol';
import type { ItemError } from '../shared/failure';
import { unreadable } from '../shared/failure';
import type { Values } from '../shared/values';
import { datesAsText, toName } from '../shared/values';

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
	const field = birthdayField.displayName;
	const given = datesAsText(birthday);
	if (given === null && birthday !== null) throw invalid('no valid date');
	const text = toName(given, field);
	if (text === undefined) return undefined;
	const day = readDay(text, timeZone);
	if (day === null) throw invalid(`"${shorten(text, 40)}"`);
	return day;
}

function invalid(what: string): ItemError<BirthdayCode> {
	const field = birthdayField.displayName;
	return unreadable<BirthdayCode>('birthdayInvalid', field, `${field} must be a date such as 1990-05-17 or 17.05.1990, but it is ${what}.`);
}
