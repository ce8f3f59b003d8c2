import type { MessageAnswer, RecipientAnswer, SendAnswer, StateRecord, StatesAnswer } from '../answers';
import { ProtocolError } from '../errors';
import { idOf, isRecord, listOf, textOf } from '../guards';
import type { Message, Recipient } from '../message';
import { shorten } from '../text';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest } from './codec';
import { readRecipient, readStateRecord } from './fields';

/** JSON over POST, one endpoint for sending and for states (PROTOCOL.md section 2). */
export const jsonCodec: Codec = {
	title: 'JSON',
	summary: 'Carries everything. The best choice unless your operator says otherwise.',
	messagesPerRequest: Infinity,
	idsPerRequest: Infinity,
	statesAtOnce: 1,
	secondsBetweenEqualQueries: 0,
	cannotCarry: [],
	isXml: false,
	urlLengthOf: () => 0,
	encodeSend: (messages) => post({ message: messages.map(messageDocument) }),
	decodeSend,
	encodeStates: (messageIds) => post({ state: messageIds.map((id) => ({ id_message: id })) }),
	decodeStates,
};

function post(document: object): GatewayRequest {
	return {
		method: 'POST',
		path: '/sendmessagejson.php',
		contentType: 'application/json; charset=utf-8',
		body: JSON.stringify(document),
	};
}

function messageDocument({ content, recipients }: Message): object {
	const fields = wireFieldsOf(content).map(([name, value]) => [name, jsonValue(value)] as const);
	return { ...Object.fromEntries(fields), phones: recipients.map(recipientDocument) };
}

function jsonValue(value: WireValue): unknown {
	return typeof value === 'string'
		? value
		: Object.fromEntries(value.map((parameter) => [parameter.name, parameter.value]));
}

function recipientDocument({ phone, clientMessageId }: Recipient): object {
	return { phone, ...(clientMessageId !== undefined && { client_id_message: clientMessageId }) };
}

function decodeSend(text: string): SendAnswer {
	const document = readDocument(text);
	const refused = textOf(document.error);
	if (refused !== undefined) return { refused };
	if (document.message === undefined) throw unexpected('"message"', text);
	return { messages: listOf(document.message).map((answer) => readMessage(answer, text)) };
}

function readMessage(answer: unknown, text: string): MessageAnswer {
	if (isRecord(answer) && idOf(answer.id_message) === null && textOf(answer.phone) === undefined) {
		const refused = textOf(answer.error);
		if (refused !== undefined) return { refused };
	}
	return { recipients: listOf(answer).map((recipient) => readJsonRecipient(recipient, text)) };
}

function readJsonRecipient(recipient: unknown, text: string): RecipientAnswer {
	if (!isRecord(recipient)) throw unexpected('an object for each recipient', text);
	return readRecipient(recipient, textOf(recipient.error), recipient);
}

function decodeStates(text: string): StatesAnswer {
	const document = readDocument(text);
	const refused = textOf(document.error);
	if (refused !== undefined) return { refused };
	if (document.state === undefined) throw unexpected('"state"', text);
	return { states: listOf(document.state).map((record) => readJsonState(record, text)) };
}

function readJsonState(record: unknown, text: string): StateRecord {
	const messageId = isRecord(record) ? textOf(record.id_message) : undefined;
	const state = isRecord(record) ? textOf(record.state) : undefined;
	if (!isRecord(record) || messageId === undefined || state === undefined) {
		throw unexpected('an ID and a state for each message', text);
	}
	return readStateRecord(messageId, state, record);
}

function readDocument(text: string): Record<string, unknown> {
	const trimmed = text.replace(/^\uFEFF/, '').trim();
	if (trimmed === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	const document = tryParse(trimmed);
	if (document === undefined) {
		throw new ProtocolError('notJson', `The gateway answered with something that is not JSON: ${shorten(text)}`);
	}
	if (!isRecord(document)) throw unexpected('an object', text);
	return document;
}

function tryParse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function unexpected(what: string, text: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway's JSON answer lacks ${what}: ${shorten(text)}`);
}
