import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';

import type { MessageAnswer, RecipientAnswer, SendAnswer, StateRecord, StatesAnswer } from '../answers';
import { ProtocolError } from '../errors';
import { idOf, isEmpty, isRecord, listOf, textOf } from '../guards';
import type { Message, Recipient } from '../message';
import { isState } from '../states';
import { looksOf } from '../text';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest, Known } from './codec';
import { closeXml } from './cutOff';
import { documentIn } from './documentIn';
import { readRecipient, readStateRecord, withCutRecord } from './fields';

/** XML over POST, with an endpoint for sending and one for states (PROTOCOL.md section 3). */
export const xmlCodec: Codec = {
	title: 'XML',
	summary: 'Carries everything, as an XML document',
	messagesPerRequest: Infinity,
	idsPerRequest: Infinity,
	statesAtOnce: 1,
	secondsBetweenEqualQueries: 0,
	cannotCarry: [],
	isXml: true,
	urlLengthOf: () => 0,
	encodeSend: (messages) => post('/xml/message.php', { message: messages.map(messageElement) }),
	decodeSend,
	encodeStates: (messageIds) => post('/xml/state_message.php', { state: { id_message: messageIds } }),
	decodeStates,
};

const ATTRIBUTE = '@';
const TEXT = '#text';

const builder = new XMLBuilder({
	attributeNamePrefix: ATTRIBUTE,
	ignoreAttributes: false,
	suppressEmptyNode: true,
	suppressBooleanAttributes: false,
});

const parser = new XMLParser({
	attributeNamePrefix: ATTRIBUTE,
	textNodeName: TEXT,
	ignoreAttributes: false,
	parseTagValue: false,
	parseAttributeValue: false,
	// Without it, numeric references such as &#1055; stay as they are.
	htmlEntities: true,
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
	const document = tryParse(answer);
	const mended = document === undefined ? mendedSend(answer) : undefined;
	if (mended !== undefined) return mended;
	const { message, error } = checkDocument(answer, document);
	const refused = wordsOf(error);
	if (refused !== undefined && isEmpty(message)) return { refused };
	if (message !== undefined) return { messages: listOf(message).map(readMessage) };
	throw unexpected('<message>');
}

/** What came of an answer whose end is missing. */
function mendedSend(text: string): SendAnswer | undefined {
	const { document, rest, isInMessage } = closeXml(text);
	const whole = tryParse(document);
	const response = isRecord(whole) && isRecord(whole.response) ? whole.response : {};
	return withCutRecord(listOf(response.message).map(readMessage), isInMessage, (name) => attributeIn(rest, name));
}

/** An attribute in the beginning of a record, if its value came whole. */
function attributeIn(rest: string, name: string): string | undefined {
	const [record = ''] = RECORD_START.exec(rest.slice(0, LONGEST_RECORD)) ?? [];
	return new RegExp(`\\s${name}="([\\w-]{1,64})"`).exec(record)?.[1];
}

/** A record that begins at once: the ID of one further on would come to a recipient that is not its own. */
const RECORD_START = /^(?:\s*<(?:\?[^<>]*\?|response|message)>)*\s*<information\s[^<>]*/;

const LONGEST_RECORD = 5000;

function readMessage(message: unknown): MessageAnswer {
	const { information, error } = isRecord(message) ? message : {};
	const refused = wordsOf(error);
	if (refused !== undefined && information === undefined) return { refused };
	return { recipients: listOf(information).map(readInformation) };
}

function readInformation(information: unknown): RecipientAnswer {
	const fields = attributesOf(information);
	const words = wordsOf(information);
	// A state is no reason for refusal: with an ID that cannot be read, the message may be on its way.
	const isReason = idOf(fields.id_message) === null && words !== undefined && !isState(words);
	return readRecipient(fields, isReason ? words : undefined, { ...fields, text: words ?? '' });
}

function decodeStates(text: string, _: readonly string[], { isCut = false }: Known = {}): StatesAnswer {
	const answer = documentIn(text);
	const { state, error } = checkDocument(answer, tryParse(isCut ? closeXml(answer).document : answer));
	const refused = wordsOf(error);
	if (refused !== undefined && isEmpty(state)) return { refused };
	if (state !== undefined) return { states: listOf(state).flatMap(readXmlState) };
	throw unexpected('<state>');
}

function readXmlState(element: unknown): StateRecord[] {
	const fields = attributesOf(element);
	const messageId = textOf(fields.id_message);
	const state = wordsOf(element);
	return messageId === undefined || state === undefined ? [] : [readStateRecord(messageId, state, fields)];
}

/** The text of an element, which stands for itself unless there are attributes. */
function wordsOf(element: unknown): string | undefined {
	return textOf(isRecord(element) ? element[TEXT] : element);
}

function attributesOf(element: unknown): Record<string, unknown> {
	const attributes = Object.entries(isRecord(element) ? element : {}).filter(([name]) => name.startsWith(ATTRIBUTE));
	return Object.fromEntries(attributes.map(([name, value]) => [name.slice(ATTRIBUTE.length), value]));
}

function checkDocument(answer: string, document: unknown): Record<string, unknown> {
	if (answer === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	if (document === undefined) {
		const message = `The gateway answered with something that is not well-formed XML, but ${looksOf(answer)}.`;
		throw new ProtocolError('notXml', message);
	}
	if (!isRecord(document) || !isRecord(document.response)) throw unexpected('<response>');
	return document.response;
}

function tryParse(text: string): unknown {
	// A document type could define entities that grow without bound; the protocol has none.
	if (text === '' || /<!DOCTYPE/i.test(text)) return undefined;
	try {
		SyntaxValidator.validate(text);
		return parser.parse(text);
	} catch {
		return undefined;
	}
}

function unexpected(what: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway's XML answer lacks ${what}.`);
}
