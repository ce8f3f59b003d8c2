import type { ChannelState, MessageAnswer, RecipientAnswer, RefusedAnswer, SendAnswer, StateRecord } from '../answers';
import { CHANNEL_NAMES, CHANNELS } from '../channels';
import type { ChannelName } from '../channels';
import { idOf, numberOf, textOf } from '../guards';

type Fields = Record<string, unknown>;

/**
 * Reads the fields JSON and XML answers share for one recipient (PROTOCOL.md sections 2 and 3): accepted when there is an
 * ID and no reason for refusal. `reason` is what the protocol says when it refused.
 */
export function readRecipient(fields: Fields, reason: string | undefined, raw: unknown): RecipientAnswer {
	const messageId = idOf(fields.id_message);
	const phone = textOf(fields.phone)?.replace(/\D/g, '');
	const clientMessageId = idOf(fields.client_id_message);
	const who = { ...(phone && { phone }), ...(clientMessageId !== null && { clientMessageId }), raw };
	if (messageId !== null && reason === undefined) {
		return { accepted: true, messageId, ...who, parts: numberOf(fields.count_message), channelIds: readIds(fields) };
	}
	return {
		accepted: false,
		reason: reason ?? null,
		...(messageId !== null && { messageId }),
		...who,
	};
}

/**
 * The answer to sending of which only some messages came, and perhaps the beginning of a record, whose fields `fieldOf` finds.
 * Its ID is kept, but whether it was accepted is not known: a refusal may follow. `undefined` when there is nothing at all.
 */
export function withCutRecord(
	messages: readonly MessageAnswer[],
	isInMessage: boolean,
	fieldOf: (name: string) => string | undefined,
): SendAnswer | undefined {
	const messageId = idOf(fieldOf('id_message'));
	if (messageId === null) return messages.length === 0 ? undefined : { messages };
	const phone = fieldOf('phone');
	const clientMessageId = idOf(fieldOf('client_id_message'));
	const who = { ...(phone !== undefined && { phone }), ...(clientMessageId !== null && { clientMessageId }) };
	const cut: RefusedAnswer = { accepted: false, reason: null, messageId, ...who, raw: null };
	const last = messages.at(-1);
	if (!isInMessage || last === undefined || 'refused' in last) return { messages: [...messages, { recipients: [cut] }] };
	return { messages: [...messages.slice(0, -1), { recipients: [...last.recipients, cut] }] };
}

function readIds(fields: Fields): Partial<Record<ChannelName, string | null>> {
	return forPresentChannels(fields, 'id', (name) => idOf(fields[CHANNELS[name].id]));
}

/** Reads the fields JSON and XML answers share for one message's state (section 5). */
export function readStateRecord(messageId: string, state: string, fields: Fields): StateRecord {
	return {
		messageId,
		state,
		changedAt: textOf(fields.time_change_state) ?? null,
		channels: forPresentChannels(fields, 'state', (name) => readChannelState(name, fields)),
	};
}

function readChannelState(name: ChannelName, fields: Fields): ChannelState {
	const { state, price, parts } = CHANNELS[name];
	return {
		state: textOf(fields[state]) ?? null,
		price: numberOf(fields[price]),
		...(parts !== undefined && { parts: numberOf(fields[parts]) }),
	};
}

function forPresentChannels<T>(
	fields: Fields,
	column: 'id' | 'state',
	read: (name: ChannelName) => T,
): Partial<Record<ChannelName, T>> {
	const present = CHANNEL_NAMES.filter((name) => Object.hasOwn(fields, CHANNELS[name][column]));
	return Object.fromEntries(present.map((name) => [name, read(name)]));
}
