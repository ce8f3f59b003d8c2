import type { Fields } from '../codecs/fields';
import { ProtocolError } from '../errors';
import { isRecord } from '../isRecord';
import { holdsNothing, listOf } from '../lists';
import { scalarText } from '../scalars';
import type { Quote } from './question';

/** Text or a number as text; null for nothing and for anything else (docs/protocol.md section 6.5). */
export function textIn(value: unknown): string | null {
	return scalarText(value) ?? null;
}

/** Words of the gateway's own, such as the name of an operator, fit for the user; null where there are none. */
export function quotedIn(value: unknown, quote: Quote): string | null {
	const text = textIn(value);
	return text === null ? null : quote(text);
}

const LONGEST_PHONE = 40;

/** A phone as digits alone, also where it was written with a plus, blanks, dashes or brackets; anything else as it is; null for nothing. */
export function phoneIn(value: unknown): string | null {
	const text = textIn(value);
	if (text === null || text.length > LONGEST_PHONE) return text;
	const digits = text.replace(/[\s()+-]/g, '');
	return /^\d+$/.test(digits) ? digits : text;
}

/** A day or a time on the account's clock, as it is; null for none, which databases write as zeros. */
export function dateIn(value: unknown): string | null {
	const text = textIn(value);
	return text !== null && /[1-9]/.test(text) ? text : null;
}

/**
 * The entries of a list, without those that cannot be read (`read` gives null). A single entry counts as a list of one (section 6.5).
 *
 * @throws {ProtocolError} `notUnderstood` when there is no such list, or when none of its entries can be read
 */
export function entriesIn<Entry>(fields: Fields, name: string, read: (value: unknown) => Entry | null): Entry[] {
	const list = listOf(fields[name]).filter((value) => !isNothing(value));
	const entries = list.map(read).filter((entry) => entry !== null);
	if (!Object.hasOwn(fields, name) || (list.length > 0 && entries.length === 0)) throw lacking(`a readable "${name}"`);
	return entries;
}

/** As `entriesIn`, of records: anything else is no entry. */
export function recordsIn<Entry>(fields: Fields, name: string, read: (record: Fields) => Entry | null): Entry[] {
	return entriesIn(fields, name, (value) => (isRecord(value) ? read(value) : null));
}

function isNothing(value: unknown): boolean {
	return holdsNothing(value) || (isRecord(value) && Object.keys(value).length === 0);
}

/** The error of an answer that lacks something. */
export function lacking(what: string): ProtocolError {
	return new ProtocolError('notUnderstood', `The gateway's answer is not what is documented: it lacks ${what}.`);
}
