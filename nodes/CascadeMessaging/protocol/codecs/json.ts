import type { ChannelTable } from '../channels';
import type { Content, ListMessage, Message, Recipient } from '../message';
import { GATEWAY_PATHS } from '../paths';
import { wireFieldsOf } from '../wireFields';
import type { WireWriter } from '../wireWriter';
import { objectOf } from '../wireWriter';
import type { Codec } from './codec';
import { answerReaders } from './documentAnswer';
import { JSON_FORMAT } from './jsonAnswer';
import { postJson } from './jsonRequest';
import { NO_LIMITS } from './limits';

/** JSON over POST, one endpoint for sending and for states (docs/protocol.md section 2). */
export function jsonCodec(channels: ChannelTable): Codec {
	return {
		title: 'JSON',
		summary: 'Carries everything. The best choice unless your operator says otherwise.',
		idsPerRequest: Infinity,
		statesAtOnce: 1,
		secondsBetweenEqualQueries: 0,
		answersInDocuments: true,
		limitsFor: () => NO_LIMITS,
		encodeSend: (messages) => postJson(GATEWAY_PATHS.json, { message: messages.map((message) => messageDocument(message, channels)) }),
		encodeLists: (messages) => postJson(GATEWAY_PATHS.json, { message: messages.map((message) => listDocument(message, channels)) }),
		encodeStates: (messageIds) => postJson(GATEWAY_PATHS.json, { state: messageIds.map((id) => ({ id_message: id })) }),
		...answerReaders(JSON_FORMAT, channels),
	};
}

const VALUES: WireWriter<unknown> = { text: (text) => text, parameters: objectOf };

function messageDocument({ content, recipients }: Message, channels: ChannelTable): object {
	return { ...contentDocument(content, channels), phones: recipients.map(recipientDocument), ...skipped(content) };
}

function listDocument({ content, contactList, sendAt }: ListMessage, channels: ChannelTable): object {
	return { ...contentDocument(content, channels), base: [{ base: contactList, time_send: sendAt }], ...skipped(content) };
}

function contentDocument(content: Content, channels: ChannelTable): object {
	return Object.fromEntries(wireFieldsOf(content, channels, VALUES));
}

function skipped({ stopLists = [] }: Content): object {
	return stopLists.length === 0 ? {} : { stop_base: stopLists.map((base) => ({ base })) };
}

function recipientDocument({ phone, clientMessageId }: Recipient): object {
	return clientMessageId === undefined ? { phone } : { phone, client_id_message: clientMessageId };
}
