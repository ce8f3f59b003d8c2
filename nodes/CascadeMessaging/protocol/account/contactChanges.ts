import type { Changed } from './changed';
import { changedIn, changesTold } from './changed';
import type { Gender } from './contacts';
import { additionField } from './contacts';
import type { Question } from './question';
import { phoneIn, recordsIn, textIn } from './values';

/** What is known of a person. What is absent is left off the wire. */
export interface ContactDetails {
	readonly name?: string;
	readonly surname?: string;
	readonly patronymic?: string;
	/** `YYYY-MM-DD`. */
	readonly birthday?: string;
	readonly gender?: Gender;
	/** Up to five texts, in the order of their fields. */
	readonly additions?: readonly (string | undefined)[];
}

/** A phone, as digits, to put on a list or to change there, with what is known of its owner, or to take off it. */
export type ContactChange =
	| { readonly action: 'save'; readonly phone: string; readonly details: ContactDetails }
	| { readonly action: 'delete'; readonly phone: string };

/** What became of it. */
export interface ContactChanged extends Changed {
	readonly phone: string;
}

interface ContactsChangeInput {
	readonly listId: string;
	readonly changes: readonly ContactChange[];
}

/** Puts contacts on a list, changes them and takes them off it (docs/protocol.md section 8): what became of each, in their order. */
export const contactsChange: Question<ContactsChangeInput, readonly ContactChanged[]> = {
	type: 'phones',
	changes: 'phones',
	write: ({ listId, changes }) => ({ id_base: listId, phones: changes.map(contactDocument) }),
	read: (fields, { input: { changes }, quote }) => {
		const entries = recordsIn(fields, 'phones', (record) => {
			const key = phoneIn(record.phone) ?? numberKey(textIn(record.number_phone));
			return key === null ? null : { key, entry: changedIn(record, quote) };
		});
		return changesTold(changes, entries, {
			keysOf: ({ phone }, index) => [phone, `number ${index + 1}`],
			nameOf: ({ phone }) => ({ phone }),
		});
	},
};

/** The number counts only where an entry does not name its phone: some count from 0. */
function numberKey(number: string | null): string | null {
	return number === null ? null : `number ${number}`;
}

const GENDER_WORDS: Readonly<Record<Gender, string>> = { male: 'мужской', female: 'женский' };

function contactDocument(change: ContactChange, index: number): object {
	const number = String(index + 1);
	if (change.action === 'delete') return { phone: change.phone, action: 'delete', number_phone: number };
	const { name, surname, patronymic, birthday, gender, additions = [] } = change.details;
	return {
		...{ phone: change.phone, name, surname, patronymic, date_birth: birthday },
		male: gender === undefined ? undefined : GENDER_WORDS[gender],
		...Object.fromEntries(additions.map((text, place) => [additionField(place), text])),
		number_phone: number,
	};
}
