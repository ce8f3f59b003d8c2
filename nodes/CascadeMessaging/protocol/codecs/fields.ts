import type { ChannelState, RecipientAnswer, StateRecord } from '../answers';
import type { Channel, ChannelName, ChannelTable } from '../channels';
import { channelNamesIn } from '../channels';
import { numberOf } from '../numbers';
import { idOf, scalarText } from '../scalars';
import { errorWordsOf } from './errorWords';

/** Named values, as they stand in a record of JSON or in the attributes of an XML element. */
export type Fields = Readonly<Record<string, unknown>>;

/** What an answer says of one recipient. */
export interface RecipientRecord {
	readonly fields: Fields;
	/** What the protocol says when it refused. */
	readonly reason: string | undefined;
	/** The record as it came. */
	readonly raw: unknown;
}

/**
 * Reads the fields JSON and XML answers share for one recipient (docs/protocol.md sections 2 and 3): accepted when there is an
 * ID and no reason for refusal.
 */
export function readRecipient({ fields, reason, raw }: RecipientRecord, channels: ChannelTable): RecipientAnswer {
	const messageId = idOf(fields.id_message);
	const phone = scalarText(fields.phone)?.replace(/\D/g, '');
	const clientMessageId = echoedNumber(fields.client_id_message);
	const isAccepted = messageId !== null && reason === undefined;
	const answer: Writable<RecipientAnswer> = isAccepted
		? { accepted: true, messageId, parts: numberOf(fields.count_message), channelIds: readChannels(fields, channels, ids), raw }
		: { accepted: false, reason: reason ?? null, raw };
	// To spread what may be absent takes longer than all the rest.
	if (messageId !== null) answer.messageId = messageId;
	if (phone !== undefined && phone !== '') answer.phone = phone;
	if (clientMessageId !== undefined) answer.clientMessageId = clientMessageId;
	const contactList = idOf(fields.base);
	if (contactList !== null) answer.contactList = contactList;
	return answer;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * What was echoed as a client number. It is kept even if it is no number: it then differs from the one that was sent, and that must be
 * noticed.
 */
function echoedNumber(value: unknown): string | undefined {
	const text = errorWordsOf(scalarText(value));
	return text !== undefined && /^[\w-]{1,64}$/.test(text) ? text : undefined;
}

/** What an answer says of the state of one message. */
export interface StateOfMessage {
	readonly fields: Fields;
	/** The overall state in the gateway's words. */
	readonly state: string | undefined;
}

/** Reads the fields JSON and XML answers share for the state of one message (section 5); nothing where its ID or its state is missing. */
export function readStates({ fields, state }: StateOfMessage, channels: ChannelTable): StateRecord[] {
	const messageId = scalarText(fields.id_message);
	if (messageId === undefined || state === undefined) return [];
	return [
		{
			messageId,
			state,
			changedAt: scalarText(fields.time_change_state) ?? null,
			channels: readChannels(fields, channels, states),
		},
	];
}

function readChannelState(fields: Fields, { state: column, price, parts }: Channel): ChannelState {
	const state = scalarText(fields[column]) ?? null;
	if (parts === undefined) return { state, price: numberOf(fields[price]) };
	return { state, price: numberOf(fields[price]), parts: numberOf(fields[parts]) };
}

/** How a channel is read, in records that have this column for it. */
interface ChannelReader<T> {
	readonly column: 'id' | 'state';
	readonly read: (fields: Fields, channel: Channel) => T;
}

const ids: ChannelReader<string | null> = { column: 'id', read: (fields, { id }) => idOf(fields[id]) };
const states: ChannelReader<ChannelState> = { column: 'state', read: readChannelState };

function readChannels<T>(fields: Fields, channels: ChannelTable, { column, read }: ChannelReader<T>): Partial<Record<ChannelName, T>> {
	const values: Partial<Record<ChannelName, T>> = {};
	for (const name of channelNamesIn(channels)) {
		const channel = channels[name];
		if (Object.hasOwn(fields, channel[column])) values[name] = read(fields, channel);
	}
	return values;
}
