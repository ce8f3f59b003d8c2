import type { Fields } from '../codecs/fields';
import { idOf } from '../scalars';
import type { Changed, KeyedEntry } from './changed';
import { changedIn, matchChanges, NOT_TOLD } from './changed';
import type { Question, Quote } from './question';
import { plainQuestion } from './question';
import { recordsIn, textIn } from './values';

/** A list of contacts that is kept at the operator. */
export interface ContactList {
	readonly id: string;
	readonly name: string | null;
}

/** Which lists of contacts there are (docs/protocol.md section 8). */
export const contactListsQuestion = plainQuestion<readonly ContactList[]>('list_bases', (fields) =>
	recordsIn(fields, 'base', ({ id_base: base, name_base: name }) => {
		const id = idOf(base);
		return id === null ? null : { id, name: textIn(name) };
	}),
);

/** A list to make, to rename or to delete, with all contacts in it. */
export type ContactListChange =
	| { readonly action: 'add'; readonly name: string }
	| { readonly action: 'rename'; readonly id: string; readonly name: string }
	| { readonly action: 'delete'; readonly id: string };

/** What became of it, and the ID of the list; null for a new list when the gateway does not say. */
export interface ContactListChanged extends Changed {
	readonly id: string | null;
}

/** Makes, renames and deletes lists of contacts (section 8): what became of each, in their order. */
export const contactListsChange: Question<{ readonly changes: readonly ContactListChange[] }, readonly ContactListChanged[]> = {
	type: 'bases',
	changes: 'bases',
	write: ({ changes }) => {
		const bases = changes.flatMap((change, index) => (change.action === 'delete' ? [] : [listDocument(change, index)]));
		const deleted = changes.flatMap((change) => (change.action === 'delete' ? [{ id_base: change.id }] : []));
		return { ...(bases.length > 0 && { bases }), ...(deleted.length > 0 && { delete_bases: deleted }) };
	},
	read: (fields, { input: { changes }, quote }) => {
		const entries = recordsIn(fields, 'bases', (record) => entryOf(record, quote));
		const matched = matchChanges(changes.map(keysOf), entries);
		return changes.map((change, index) => {
			const told = matched[index] ?? { id: null, ...NOT_TOLD };
			return change.action === 'add' ? told : { ...told, id: change.id };
		});
	},
};

type Kept = Exclude<ContactListChange, { readonly action: 'delete' }>;

/** A new list has no ID yet, but a number within the request. */
function listDocument(change: Kept, index: number): object {
	const { action, name } = change;
	return action === 'add' ? { number_base: String(index + 1), name_base: name } : { id_base: change.id, name_base: name };
}

/** What an entry about a new list goes by when it does not repeat the list's number. */
const NEW = 'new';

function keysOf(change: ContactListChange, index: number): string[] {
	return change.action === 'add' ? [`number ${index + 1}`, NEW] : [change.id];
}

function entryOf(record: Fields, quote: Quote): KeyedEntry<ContactListChanged> | null {
	const id = idOf(record.id_base);
	const number = textIn(record.number_base);
	const changed = changedIn(record, quote);
	const key = number === null ? (changed.done === 'added' ? NEW : id) : `number ${number}`;
	return key === null ? null : { key, entry: { id, ...changed } };
}
