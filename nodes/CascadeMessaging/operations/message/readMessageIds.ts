import { isId } from '../../protocol/guards';
import { shorten, splitList } from '../../protocol/text';
import { unreadable } from '../shared/itemFailure';
import type { ParameterReader } from '../shared/parameterReader';
import { toText } from '../shared/values';

/** The message IDs of an item, one or several. Throws `ItemError` when there is none, or one that can be no ID. */
export function readMessageIds(reader: ParameterReader, item: number): string[] {
	const value = reader.read('messageId', item);
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	const ids = parts.flatMap((part) => splitList(toIds(part)));
	if (ids.length === 0) throw unreadable('messageIdMissing', 'Message ID', 'Message ID is empty; give at least one.');
	const wrong = ids.find((id) => !isId(id));
	if (wrong === undefined) return [...new Set(ids)];
	const message = `Message ID "${shorten(wrong, 40)}" is not an ID the gateway gives; those are digits, e.g. 1179038981.`;
	throw unreadable('messageIdInvalid', 'Message ID', message);
}

/** A number so large that its last digits are lost is not the ID it was. */
function toIds(value: unknown): string {
	if (typeof value !== 'number' || Number.isSafeInteger(value)) return toText(value, 'Message ID');
	const message = `Message ID ${value} is a number that is not exact. Give it as text.`;
	throw unreadable('messageIdInvalid', 'Message ID', message);
}
