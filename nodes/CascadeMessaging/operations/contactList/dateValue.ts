import { shorten } from '../../protocol';
import type { ItemError } from '../shared/failure';
import { datesAsText, toName } from '../shared/values';

/** How a parameter is read that holds a date. */
interface DateReader<T> {
	/** Its label. */
	readonly field: string;
	/** Reads the text of a date; null where it is none. */
	readonly read: (text: string) => T | null;
	/** The error for what came in place of a date. */
	readonly invalid: (what: string) => ItemError;
}

/**
 * A parameter that holds a date, as its reader reads it; `undefined` where it is empty.
 *
 * @throws {ItemError} what `invalid` makes where it is no date; `valueNotReadable` where it is no text.
 */
export function toDate<T>(value: unknown, { field, read, invalid }: DateReader<T>): T | undefined {
	const plain = datesAsText(value);
	if (plain === null && value !== null) throw invalid('no valid date');
	const text = toName(plain, field);
	if (text === undefined) return undefined;
	const date = read(text);
	if (date === null) throw invalid(`"${shorten(text, 40)}"`);
	return date;
}
