import type { Fields } from '../codecs/fields';
import type { Page } from './page';
import { pageIn } from './page';
import type { Question, Quote } from './question';
import { dateIn, phoneIn, quotedIn, recordsIn, textIn } from './values';

/** How the gateway tells men and women apart. */
export type Gender = 'male' | 'female';

/** A contact on one of the lists kept at the operator; null where nothing is known. */
export interface Contact {
	readonly phone: string;
	readonly operator: string | null;
	readonly region: string | null;
	readonly name: string | null;
	readonly surname: string | null;
	readonly patronymic: string | null;
	/** `YYYY-MM-DD`. */
	readonly birthday: string | null;
	readonly gender: Gender | null;
	/** The five fields every account uses as it likes. */
	readonly additions: readonly (string | null)[];
	/** When it was put on the list or last changed, `YYYY-MM-DD hh:mm:ss` on the account's clock. */
	readonly changedAt: string | null;
}

/** Which page of which list, and, if only news are wanted, since when (on the account's clock). Pages are counted from 1. */
export interface ContactsInput {
	readonly listId: string;
	readonly page: number;
	readonly changedSince?: string;
}

/** The contacts of a list, a page at a time (docs/protocol.md section 8). */
export const contactsQuestion: Question<ContactsInput, Page<Contact>> = {
	type: 'list_phones',
	write: ({ listId, page, changedSince }) => ({ base: { id_base: listId, page: String(page), last_update: changedSince } }),
	read: (fields, { quote }) => pageIn(fields, { entries: recordsIn(fields, 'phones', (record) => contactIn(record, quote)) }),
};

/** How many fields there are for whatever an account likes. */
export const ADDITIONS = 5;

/** Where the field stands that has this place among them, counted from 0. */
export function additionField(index: number): string {
	return `addition_${index + 1}`;
}

/** The manual writes one letter in answers and a word in requests. */
const GENDERS: ReadonlyMap<string, Gender> = new Map([
	['m', 'male'],
	['мужской', 'male'],
	['f', 'female'],
	['женский', 'female'],
]);

function contactIn(record: Fields, quote: Quote): Contact | null {
	const phone = phoneIn(record.phone);
	if (phone === null) return null;
	return {
		phone,
		operator: quotedIn(record.operator, quote),
		region: quotedIn(record.region, quote),
		name: textIn(record.name),
		surname: textIn(record.surname),
		patronymic: textIn(record.patronymic),
		birthday: dateIn(record.date_birth),
		gender: GENDERS.get((textIn(record.male) ?? '').toLowerCase()) ?? null,
		additions: Array.from({ length: ADDITIONS }, (_, index) => textIn(record[additionField(index)])),
		changedAt: dateIn(record.last_update),
	};
}
