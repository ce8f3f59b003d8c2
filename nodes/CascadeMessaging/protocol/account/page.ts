import type { Fields } from '../codecs/fields';
import { numberOf } from '../numbers';

/** One page of a long list. */
export interface Page<Entry> {
	/** Which page it is, counted from 1, and of how many; null when the gateway does not say. */
	readonly page: number | null;
	readonly pages: number | null;
	readonly entries: readonly Entry[];
}

/** A page with these entries; the answer says which one it is (docs/protocol.md section 8). */
export function pageIn<Entry>(fields: Fields, { entries }: Pick<Page<Entry>, 'entries'>): Page<Entry> {
	return { page: countIn(fields.page), pages: countIn(fields.num_pages), entries };
}

function countIn(value: unknown): number | null {
	const count = numberOf(value);
	return count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null;
}
