import type { INodeProperties } from 'n8n-workflow';

import { isGatewayId, shorten, splitList } from '../../protocol';
import { unreadable } from '../shared/failure';
import type { ParameterReader } from '../shared/parameterReader';
import { toText } from '../shared/values';

/** The stable codes of message IDs that cannot be read. */
export type MessageIdCode = 'messageIdMissing' | 'messageIdInvalid';

/** The parameter that names messages, for operations on messages that were sent before. */
export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.messageId }}',
	description:
		'The ID the gateway gave when it accepted the message. Separate several with commas, semicolons or line breaks, or give a list by expression.',
};

const FIELD = 'Message ID';

/**
 * The message IDs of an item, one or several, each once.
 *
 * @throws {ItemError} `messageIdMissing` when there is none, `messageIdInvalid` for one that the gateway cannot have given.
 */
export function readMessageIds(reader: ParameterReader, item: number): string[] {
	const value = reader.read(messageIdField.name, item);
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	const ids = parts.flatMap((part) => splitList(toIds(part)));
	if (ids.length === 0) throw unreadable<MessageIdCode>('messageIdMissing', FIELD, 'Message ID is empty; give at least one.');
	const wrong = ids.find((id) => !isGatewayId(id));
	if (wrong === undefined) return [...new Set(ids)];
	const message = `Message ID "${shorten(wrong, 40)}" is not an ID the gateway gives; those are digits, e.g. 1179038981.`;
	throw unreadable<MessageIdCode>('messageIdInvalid', FIELD, message);
}

/** A value as text. Throws for a number so large that its last digits are lost: it is not the ID it was. */
function toIds(value: unknown): string {
	if (typeof value !== 'number' || Number.isSafeInteger(value)) return toText(value, FIELD);
	const message = `Message ID ${value} is a number that is not exact. Give it as text.`;
	throw unreadable<MessageIdCode>('messageIdInvalid', FIELD, message);
}
