import type { MessageAnswer, RecipientAnswer, SendAnswer, StateRecord, StatesAnswer } from '../answers';
import { ProtocolError } from '../errors';
import { idOf, isEmpty, isRecord, listOf, textOf } from '../guards';
import type { Message, Recipient } from '../message';
import { GATEWAY_PATHS } from '../paths';
import { looksOf } from '../text';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest, Known } from './codec';
import { NO_LIMITS } from './limits';
import { documentIn } from './documentIn';
import { readRecipient, readStateRecord } from './fields';
import { takeJsonApart } from './jsonList';
import { readMended } from './jsonMend';
import { endOfObject, readJson, withPlainBlanks } from './jsonText';
import { sendAnswerOf, statesAnswerOf } from './pieces';
import { errorWordsOf } from './errorWords';

/** JSON over POST, one endpoint for sending and for states (docs/protocol.md section 2). */
export const jsonCodec: Codec = {
	title: 'JSON',
	summary: 'Carries everything. The best choice unless your operator says otherwise.',
	idsPerRequest: Infinity,
	statesAtOnce: 1,
	secondsBetweenEqualQueries: 0,
	limitsFor: () => NO_LIMITS,
	encodeSend: (messages) => post({ message: messages.map(messageDocument) }),
	decodeSend,
	encodeStates: (messageIds) => post({ state: messageIds.map((id) => ({ id_message: id })) }),
	decodeStates,
};

function post(document: object): GatewayRequest {
	return {
		method: 'POST',
		path: GATEWAY_PATHS.json,
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
	const document = readJson(answer);
	const apart = document === undefined ? takeJsonApart(answer, 'message') : undefined;
	const messages = apart && sendAnswerOf(apart, { readRecipient: readJsonRecipient, readMessage, valuesOf });
	if (messages !== undefined) return messages;
	const { message, error } = checkDocument(answer, document === undefined ? refusalIn(answer) : document);
	const refused = errorWordsOf(error);
	if (refused !== undefined && isEmpty(message)) return { refused };
	if (typeof message === 'object') return { messages: listOf(message).map(readMessage) };
	throw unexpected('"message"');
}

/** What a field says in a record that cannot be read, if it came whole. */
function valuesOf(record: string, name: string): string[] {
	const field = new RegExp(`"${name}" ?: ?(?:"(\\+?\\d{1,64})"(?= ?[,}]|$)|(\\d{1,64}) ?(?=[,}]))`, 'g');
	return [...record.matchAll(field)].map(([, text, number]) => (text ?? number ?? '').replace('+', ''));
}

/** The refusal of everything in an answer with something else around it, but not in a web page: that is another's. */
function refusalIn(answer: string): unknown {
	if (/<(?:!doctype|html|head|body|script)\b/i.test(answer)) return undefined;
	const start = answer.search(/\{\s{0,100}["']error["']/);
	const end = start < 0 ? 0 : endOfObject(answer, start, answer.length);
	const text = withPlainBlanks(answer.slice(Math.max(start, 0), end));
	return end === 0 || /["'](?:message|state)["']\s{0,100}:/.test(answer) ? undefined : (readJson(text) ?? readMended(text));
}

function readMessage(answer: unknown): MessageAnswer {
	if (isRecord(answer) && idOf(answer.id_message) === null && textOf(answer.phone) === undefined) {
		const refused = errorWordsOf(answer.error);
		if (refused !== undefined) return { refused };
	}
	return { recipients: listOf(answer).map(readJsonRecipient) };
}

function readJsonRecipient(recipient: unknown): RecipientAnswer {
	const fields = isRecord(recipient) ? recipient : {};
	return readRecipient(fields, errorWordsOf(fields.error), recipient);
}

function decodeStates(text: string, _: readonly string[], { isCut = false }: Known = {}): StatesAnswer {
	const answer = documentIn(text);
	const document = readJson(answer);
	const apart = document === undefined ? takeJsonApart(answer, 'state') : undefined;
	const states = apart && statesAnswerOf(apart, isCut, readJsonState);
	if (states !== undefined) return states;
	const { state, error } = checkDocument(answer, document === undefined ? refusalIn(answer) : document);
	const refused = errorWordsOf(error);
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
