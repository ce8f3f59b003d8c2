import type { MessageAnswer, RecipientAnswer, SendAnswer, StateRecord, StatesAnswer } from '../answers';
import { parseExactJson } from '../bigNumbers';
import { ProtocolError } from '../errors';
import { idOf, isEmpty, isRecord, listOf, textOf } from '../guards';
import type { Message, Recipient } from '../message';
import { looksOf } from '../text';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest, Known } from './codec';
import { closeJson } from './cutOff';
import { documentIn } from './documentIn';
import { readRecipient, readStateRecord, withCutRecord } from './fields';

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
	const answer = documentIn(text);
	const document = parseExactJson(answer);
	const mended = document === undefined ? mendedSend(answer) : undefined;
	if (mended !== undefined) return mended;
	const { message, error } = checkDocument(answer, document);
	const refused = textOf(error);
	if (refused !== undefined && isEmpty(message)) return { refused };
	if (typeof message === 'object') return { messages: listOf(message).map(readMessage) };
	throw unexpected('"message"');
}

/** What came of an answer whose end is missing. */
function mendedSend(text: string): SendAnswer | undefined {
	const { document, rest, isInMessage } = closeJson(text);
	const whole = parseExactJson(document);
	const messages = isRecord(whole) ? listOf(whole.message).map(readMessage) : [];
	return withCutRecord(messages, isInMessage, (name) => fieldIn(rest, name));
}

/** A field in the beginning of a record, if its value came whole. */
function fieldIn(rest: string, name: string): string | undefined {
	const [, text, number] = new RegExp(`"${name}"\\s*:\\s*(?:"([\\w-]{1,64})"|(\\d{1,64})\\s*[,}])`).exec(rest) ?? [];
	return text ?? number;
}

function readMessage(answer: unknown): MessageAnswer {
	if (isRecord(answer) && idOf(answer.id_message) === null && textOf(answer.phone) === undefined) {
		const refused = textOf(answer.error);
		if (refused !== undefined) return { refused };
	}
	return { recipients: listOf(answer).map(readJsonRecipient) };
}

function readJsonRecipient(recipient: unknown): RecipientAnswer {
	const fields = isRecord(recipient) ? recipient : {};
	return readRecipient(fields, textOf(fields.error), recipient);
}

function decodeStates(text: string, _: readonly string[], { isCut = false }: Known = {}): StatesAnswer {
	const answer = documentIn(text);
	const { state, error } = checkDocument(answer, parseExactJson(isCut ? closeJson(answer).document : answer));
	const refused = textOf(error);
	if (refused !== undefined && isEmpty(state)) return { refused };
	if (typeof state === 'object') return { states: listOf(state).flatMap(readJsonState) };
	throw unexpected('"state"');
}

function readJsonState(record: unknown): StateRecord[] {
	const fields = isRecord(record) ? record : {};
	const messageId = textOf(fields.id_message);
	const state = textOf(fields.state);
	return messageId === undefined || state === undefined ? [] : [readStateRecord(messageId, state, fields)];
}

function checkDocument(answer: string, document: unknown): Record<string, unknown> {
	if (answer === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	if (document === undefined) {
		throw new ProtocolError('notJson', `The gateway answered with something that is not JSON, but ${looksOf(answer)}.`);
	}
	if (!isRecord(document)) throw unexpected('an object');
	return document;
}

function unexpected(what: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway's JSON answer lacks ${what}.`);
}
