import { isId } from '../protocol/guards';
import { splitList } from '../protocol/text';
import { unreadable } from './itemFailure';
import type { ParameterReader } from './parameterReader';
import { toText } from './values';

/** The message IDs of an item, one or several. Throws `ItemError` when there is none, or one that can be no ID. */
export function readMessageIds(reader: ParameterReader, item: number): string[] {
	const value = reader.read('messageId', item);
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	const ids = parts.flatMap((part) => splitList(toText(part, 'Message ID')));
	if (ids.length === 0) throw unreadable('messageIdMissing', 'Message ID', 'Message ID is empty; give at least one.');
	const wrong = ids.find((id) => !isId(id));
	if (wrong === undefined) return [...new Set(ids)];
	throw unreadable('messageIdInvalid', 'Message ID', `Message ID "${wrong.slice(0, 40)}" is not an ID the gateway gives: a number of up to 64 digits.`);
}
