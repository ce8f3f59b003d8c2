import { errorWordsOf } from '../codecs/errorWords';
import type { Fields } from '../codecs/fields';
import type { Quote } from './question';
import { textIn } from './values';

/** What the gateway did with one thing it was to change. */
export type Deed = 'added' | 'changed' | 'removed' | 'notFound';

/** What became of one change. */
export interface Changed {
	/** Null when the gateway does not say, or says something that is not known: then nobody knows whether it was done. */
	readonly done: Deed | null;
	/** What it says instead, in its own words. */
	readonly words: string | null;
}

const DEEDS: ReadonlyMap<string, Deed> = new Map([
	['add', 'added'],
	['insert', 'added'],
	['edit', 'changed'],
	['delete', 'removed'],
	['not_found', 'notFound'],
]);

/** What an entry of an answer says of a change (docs/protocol.md section 8). Where something went wrong, words stand in place of the deed. */
export function changedIn({ action, error }: Fields, quote: Quote): Changed {
	const words = errorWordsOf(error) ?? textIn(action);
	const done = DEEDS.get((words ?? '').toLowerCase()) ?? null;
	return { done, words: words === null || done !== null ? null : quote(words) };
}

/** What became of a change the answer does not mention. */
export const NOT_TOLD: Changed = { done: null, words: null };

/** An entry of an answer, with what says which change it is about. */
export interface KeyedEntry<Entry> {
	readonly key: string;
	readonly entry: Entry;
}

/**
 * Gives each change its entry of the answer, or none. A change may go by several keys, the first that fits counts; entries of the same key
 * are given out in their order, each once.
 */
export function matchChanges<Entry>(changes: readonly (readonly string[])[], entries: readonly KeyedEntry<Entry>[]): (Entry | undefined)[] {
	const byKey = new Map<string, Entry[]>();
	for (const { key, entry } of entries.toReversed()) {
		const same = byKey.get(key);
		if (same === undefined) byKey.set(key, [entry]);
		else same.push(entry);
	}
	return changes.map((keys) => {
		const key = keys.find((one) => (byKey.get(one)?.length ?? 0) > 0);
		return key === undefined ? undefined : byKey.get(key)?.pop();
	});
}

/** How changes of one kind go by: on the wire, as `matchChanges` has it, and to whoever asked for them. */
interface Naming<Change, Name> {
	readonly keysOf: (change: Change, index: number) => readonly string[];
	readonly nameOf: (change: Change) => Name;
}

/** What became of each change, in their order, with what it goes by. */
export function changesTold<Change, Name extends object>(
	changes: readonly Change[],
	entries: readonly KeyedEntry<Changed>[],
	{ keysOf, nameOf }: Naming<Change, Name>,
): (Name & Changed)[] {
	const matched = matchChanges(changes.map(keysOf), entries);
	return changes.map((change, index) => ({ ...nameOf(change), ...(matched[index] ?? NOT_TOLD) }));
}
