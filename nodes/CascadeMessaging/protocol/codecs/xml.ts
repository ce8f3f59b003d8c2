import XMLBuilder from 'fast-xml-builder';

import type { MessageAnswer, RecipientAnswer, SendAnswer, StateRecord, StatesAnswer } from '../answers';
import { idOf, isEmpty, isRecord, listOf, textOf } from '../guards';
import type { Message, Recipient } from '../message';
import { meaningOf, reasonOf } from '../reasons';
import { isState } from '../states';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest, Known } from './codec';
import { closeXml } from './cutOff';
import { documentIn } from './documentIn';
import { readRecipient, readStateRecord, withCutRecord } from './fields';
import { ATTRIBUTE, attributesOf, checkDocument, tryParse, unexpected, wordsOf } from './xmlDocument';

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
	const [record = ''] = RECORD_START.exec(rest) ?? [];
	return new RegExp(`\\s${name}="([\\w-]{1,64})"`).exec(record)?.[1];
}

/** A record that begins at once: the ID of one further on would come to a recipient that is not its own. */
const RECORD_START = /^(?:\s*<(?:\?[^<>]*\?|response|message)>)*\s*<information\s[^<>]*/;

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
	const isReason = words !== undefined && !isState(words) && (idOf(fields.id_message) === null || meansNotNow(words));
	return readRecipient(fields, isReason ? words : undefined, { ...fields, text: words ?? '' });
}

/** Beside an ID words are mostly a state; only those that surely mean it say that nothing went out now (section 6a). */
function meansNotNow(words: string): boolean {
	return meaningOf(reasonOf(words)) !== 'refused';
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
