import XMLBuilder from 'fast-xml-builder';

import type { MessageAnswer, RecipientAnswer, SendAnswer, StateRecord, StatesAnswer } from '../answers';
import { idOf, isEmpty, isRecord, listOf, textOf } from '../guards';
import type { Message, Recipient } from '../message';
import { GATEWAY_PATHS } from '../paths';
import { meaningOf, reasonOf } from '../reasons';
import { isState } from '../states';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest, Known } from './codec';
import { documentIn } from './documentIn';
import { errorWordsOf } from './errorWords';
import { readRecipient, readStateRecord } from './fields';
import { NO_LIMITS } from './limits';
import { sendAnswerOf, statesAnswerOf } from './pieces';
import { ATTRIBUTE, attributesOf, checkDocument, readMended, textIn, tryParse, unexpected, wordsOf } from './xmlDocument';
import { takeXmlApart } from './xmlList';
import { XML_TEXT_LIMITS } from './xmlText';

/** XML over POST, with an endpoint for sending and one for states (docs/protocol.md section 3). */
export const xmlCodec: Codec = {
	title: 'XML',
	summary: 'Carries everything, as an XML document',
	idsPerRequest: Infinity,
	statesAtOnce: 1,
	secondsBetweenEqualQueries: 0,
	limitsFor: () => ({ ...NO_LIMITS, ...XML_TEXT_LIMITS }),
	encodeSend: (messages) => post(GATEWAY_PATHS.xmlSend, { message: messages.map(messageElement) }),
	decodeSend,
	encodeStates: (messageIds) => post(GATEWAY_PATHS.xmlStates, { state: { id_message: messageIds } }),
	decodeStates,
};

const builder = new XMLBuilder({
	attributeNamePrefix: ATTRIBUTE,
	ignoreAttributes: false,
	suppressEmptyNode: true,
	suppressBooleanAttributes: false,
});

function post(path: string, request: object): GatewayRequest {
	return {
		method: 'POST',
		path,
		contentType: 'text/xml; charset=utf-8',
		body: `<?xml version="1.0" encoding="utf-8"?>${builder.build({ request })}`,
	};
}

function messageElement({ content, recipients }: Message): object {
	const fields = wireFieldsOf(content).map(([name, value]) => [name, xmlValue(value)] as const);
	return { ...Object.fromEntries(fields), abonent: recipients.map(recipientElement) };
}

function xmlValue(value: WireValue): unknown {
	return typeof value === 'string'
		? withoutLineBreaks(value)
		: Object.fromEntries(value.map((parameter) => [parameter.name, withoutLineBreaks(parameter.value)]));
}

/** The document holds no line breaks; one inside data is sent as the two characters `\n` (section 3). */
function withoutLineBreaks(text: string): string {
	return text.replace(/\r\n|\r|\n/g, '\\n');
}

function recipientElement({ phone, clientMessageId }: Recipient): object {
	return {
		[`${ATTRIBUTE}phone`]: phone,
		...(clientMessageId !== undefined && { [`${ATTRIBUTE}client_id_message`]: clientMessageId }),
	};
}

function decodeSend(text: string): SendAnswer {
	const answer = documentIn(text);
	const document = documentOf(answer);
	const apart = document === undefined ? takeXmlApart(answer, 'information') : undefined;
	const messages = apart && sendAnswerOf(apart, { readRecipient: readInformation, readMessage, valuesOf });
	if (messages !== undefined) return messages;
	const { message, error } = checkDocument(answer, document === undefined ? refusalIn(answer) : document);
	const refused = refusalOf(error);
	if (refused !== undefined && isEmpty(message)) return { refused };
	if (message !== undefined) return { messages: listOf(message).map(readMessage) };
	throw unexpected('<message>');
}

/** The one document of an answer; `undefined` when it is not read as such. */
function documentOf(answer: string): unknown {
	const document = tryParse(answer);
	return isRecord(document) && Array.isArray(document.response) ? undefined : document;
}

/** The refusal of everything in an answer with something else around it. */
function refusalIn(answer: string): unknown {
	const start = answer.search(/<response(?:\s[^<>]{0,1000})?>\s{0,1000}<error[\s/>]/);
	const end = start < 0 ? -1 : answer.indexOf('</response>', start);
	if (end < 0 || /<!DOCTYPE/i.test(answer.slice(0, start))) return undefined;
	const document = answer.slice(start, end + '</response>'.length);
	return tryParse(document) ?? readMended(document);
}

/** The words of an `<error>`, which may also stand in its attributes. */
function refusalOf(error: unknown): string | undefined {
	return wordsOf(error) ?? errorWordsOf(attributesOf(error));
}

/** What an attribute says in a record that cannot be read, if it came whole. */
function valuesOf(record: string, name: string): string[] {
	const end = record.indexOf('>') + 1;
	const attribute = new RegExp(`\\s${name} ?= ?(?:"\\+?(\\d{1,64})"|'\\+?(\\d{1,64})'|(\\d{1,64})(?=[\\s/>]))`, 'g');
	const tag = end === 0 ? record : record.slice(0, end);
	return [...tag.matchAll(attribute)].map(([, one, other, bare]) => one ?? other ?? bare ?? '');
}

function readMessage(message: unknown): MessageAnswer {
	const { information, error } = isRecord(message) ? message : {};
	const refused = refusalOf(error);
	if (refused !== undefined && information === undefined) return { refused };
	return { recipients: listOf(information).map(readInformation) };
}

function readInformation(information: unknown): RecipientAnswer {
	const fields = attributesOf(information);
	const error = isRecord(information) ? refusalOf(information.error) : undefined;
	const words = textIn(information);
	const reason = wordsOf(information);
	// A state is no reason for refusal: with an ID that cannot be read, the message may be on its way.
	const isReason = reason !== undefined && !isState(reason) && (idOf(fields.id_message) === null || meansNotNow(reason));
	return readRecipient(fields, error ?? errorWordsOf(fields.error) ?? (isReason ? reason : undefined), { ...fields, text: words ?? '' });
}

/** Beside an ID words are mostly a state; only those that surely mean it say that nothing went out now (section 6a). */
function meansNotNow(words: string): boolean {
	return meaningOf(reasonOf(words)) !== 'refused';
}

function decodeStates(text: string, _: readonly string[], { isCut = false }: Known = {}): StatesAnswer {
	const answer = documentIn(text);
	const document = documentOf(answer);
	const apart = document === undefined ? takeXmlApart(answer, 'state') : undefined;
	const states = apart && statesAnswerOf(apart, isCut, readXmlState);
	if (states !== undefined) return states;
	const { state, error } = checkDocument(answer, document === undefined ? refusalIn(answer) : document);
	const refused = refusalOf(error);
	if (refused !== undefined && isEmpty(state)) return { refused };
	if (state !== undefined) return { states: listOf(state).flatMap(readXmlState) };
	throw unexpected('<state>');
}

function readXmlState(element: unknown): StateRecord[] {
	const fields = attributesOf(element);
	const messageId = textOf(fields.id_message);
	const state = textIn(element);
	return messageId === undefined || state === undefined ? [] : [readStateRecord(messageId, state, fields)];
}
