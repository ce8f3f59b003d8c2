import type { ChannelState, RecipientAnswer, StateRecord } from '../answers';
import { CHANNEL_NAMES, CHANNELS } from '../channels';
import type { ChannelName } from '../channels';
import { idOf, textOf } from '../guards';
import { numberOf } from '../numbers';
import { errorWordsOf } from './errorWords';

type Fields = Record<string, unknown>;

/**
 * Reads the fields JSON and XML answers share for one recipient (PROTOCOL.md sections 2 and 3): accepted when there is an
 * ID and no reason for refusal. `reason` is what the protocol says when it refused.
 */
export function readRecipient(fields: Fields, reason: string | undefined, raw: unknown): RecipientAnswer {
	const messageId = idOf(fields.id_message);
	const phone = textOf(fields.phone)?.replace(/\D/g, '');
	const clientMessageId = echoedNumber(fields.client_id_message);
	const who = { ...(phone && { phone }), ...(clientMessageId !== undefined && { clientMessageId }), raw };
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

/** What was echoed as a client number. It need be none: then it is another than was sent, and has to be seen as such. */
function echoedNumber(value: unknown): string | undefined {
	const text = errorWordsOf(textOf(value));
	return text !== undefined && /^[\w-]{1,64}$/.test(text) ? text : undefined;
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
