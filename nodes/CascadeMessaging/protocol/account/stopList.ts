import { isRecord } from '../isRecord';
import type { Changed } from './changed';
import { changedIn, changesTold } from './changed';
import type { Question } from './question';
import { plainQuestion } from './question';
import { entriesIn, phoneIn, recordsIn } from './values';

/** Which phones are on the operator's stop list (docs/protocol.md section 8). */
export const stopListQuestion = plainQuestion<{ readonly phones: readonly string[] }>('list_stop', (fields) => ({
	phones: entriesIn(fields, 'phones', (value) => phoneIn(isRecord(value) ? value.phone : value)),
}));

/** A phone, as digits, to put on the stop list or to take off it. */
export interface StopListChange {
	readonly phone: string;
	readonly action: 'add' | 'delete';
}

/** What became of it. */
export interface StopListChanged extends Changed {
	readonly phone: string;
}

/** Puts phones on the stop list and takes others off it (section 8): what became of each, in their order. */
export const stopListChange: Question<{ readonly changes: readonly StopListChange[] }, readonly StopListChanged[]> = {
	type: 'stop',
	changes: 'phones',
	write: ({ changes }) => ({ add_stop: phonesTo('add', changes), delete_stop: phonesTo('delete', changes) }),
	read: (fields, { input: { changes }, quote }) => {
		const entries = recordsIn(fields, 'phones', (record) => {
			const phone = phoneIn(record.phone);
			const entry = changedIn(record, quote);
			return phone === null ? null : { key: keyOf(phone, entry), entry };
		});
		return changesTold(changes, entries, {
			keysOf: ({ phone, action }) => [`${action} ${phone}`, phone],
			nameOf: ({ phone }) => ({ phone }),
		});
	},
};

function phonesTo(action: StopListChange['action'], changes: readonly StopListChange[]): string[] | undefined {
	const phones = changes.filter((change) => change.action === action).map(({ phone }) => phone);
	return phones.length === 0 ? undefined : phones;
}

/** The same phone may stand in both lists, and then the deed tells which of them an entry is about. */
function keyOf(phone: string, { done }: Changed): string {
	if (done === 'added') return `add ${phone}`;
	return done === 'removed' ? `delete ${phone}` : phone;
}
