import type { RecipientAnswer, SendAnswer, StatesAnswer } from '../answers';
import { ProtocolError } from '../errors';
import type { Message } from '../message';
import { isPartOfState } from '../states';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest, Known } from './codec';
import { documentIn, isPhpMessage } from './documentIn';

/** Where GET requests go; with host and credentials it counts towards the length of the URL. */
export const GET_PATH = '/sendmessage.php';

/** The longest URL the gateway takes, credentials included (PROTOCOL.md section 4). */
export const MAX_URL_LENGTH = 2000;

/** GET with everything in the URL: one message for each request, plain text as the answer (section 4). */
export const getCodec: Codec = {
	title: 'GET',
	summary: 'Puts everything into a URL of at most 2,000 characters. For gateways with nothing else.',
	messagesPerRequest: 1,
	idsPerRequest: 1,
	statesAtOnce: 5,
	// A minute, and a second for clocks that differ.
	secondsBetweenEqualQueries: 61,
	cannotCarry: ['campaignName', 'sendAt', 'clientMessageId'],
	isXml: false,
	urlLengthOf: (message) => queryOf(message).length,
	encodeSend: ([message]) => get(message === undefined ? '' : queryOf(message)),
	decodeSend,
	encodeStates: ([messageId = '']) => get(`id_message=${encodeURIComponent(messageId)}`),
	decodeStates,
};

function get(query: string): GatewayRequest {
	return { method: 'GET', path: GET_PATH, query };
}

function queryOf({ content, recipients }: Message): string {
	const phones = recipients.map((recipient) => recipient.phone).join(',');
	const fields = wireFieldsOf(content).map(([name, value]) => `${name}=${encodeURIComponent(queryValue(value))}`);
	return [`phone=${phones}`, ...fields].join('&');
}

function queryValue(value: WireValue): string {
	if (typeof value === 'string') return value;
	return JSON.stringify(Object.fromEntries(value.map((parameter) => [parameter.name, parameter.value])));
}

function decodeSend(text: string, { isCut = false, phones = [], isDoubtful = false }: Known = {}): SendAnswer {
	if (isDoubtful && !/^\s*(error:|[\d,;\s]*$)/i.test(text)) throw new ProtocolError('unexpectedShape', 'The gateway answered with something else than message IDs or words.');
	// Nobody can tell whether the last ID came whole.
	const answer = readText(isCut ? text.slice(0, text.lastIndexOf(',') + 1) : text);
	// A phone among the words is what they are about, and no ID.
	const isSurelyId = (part: string): boolean => isLongId(part) && !phones.includes(part);
	const parts = withoutCutId(splitAnswers(answer, isSurelyId));
	const hasId = parts.some(isSurelyId) || parts.every((part) => part === '' || isId(part));
	const isList = parts.length > 1 && parts.some(isMarked) && parts.every((part) => part === '' || isId(part) || isMarked(part) || isGarbled(part));
	// Words that broke off may have been the first of a list.
	if (!hasId && isCut) throw new ProtocolError('unexpectedShape', 'The answer of the gateway broke off before any message ID.');
	if (!hasId && !isList) return { refused: readRefusal(answer) };
	return { messages: [{ recipients: parts.map((part) => (isId(part) ? acceptedWith(part) : refusedWith(part))) }] };
}

/** IDs grow: a last one that has fewer digits than those before it was cut off, and would be another message's. */
function withoutCutId(parts: string[]): string[] {
	const last = parts.at(-1) ?? '';
	const others = parts.slice(0, -1).filter(isId);
	const isCut = isId(last) && others.length > 0 && others.every((id) => id.length > last.length);
	return isCut ? [...parts.slice(0, -1), ''] : parts;
}

function isId(text: string): boolean {
	return /^\d{1,64}$/.test(text) && !/^0+$/.test(text);
}

/** Among words a short number may be anything, such as the kopecks of a balance. */
function isLongId(text: string): boolean {
	return isId(text) && text.length >= 6;
}

/** Splits an answer into those of the phones, in their order. A comma within words does not split. */
function splitAnswers(answer: string, isSurelyId: (part: string) => boolean): string[] {
	const raw = answer.split(',');
	if (raw.every((part) => part.trim() === '' || isId(part.trim()))) return raw.map((part) => part.trim());
	const parts: string[][] = [];
	let lastIsId = true;
	for (const [index, part] of raw.entries()) {
		const isLastAndEmpty = index === raw.length - 1 && part === '';
		const isOwn = isMarked(part.trim()) || isLastAndEmpty || ((isGarbled(part) || isSurelyId(part.trim())) && !part.startsWith(' '));
		if (isOwn || lastIsId) {
			parts.push([part]);
			lastIsId = isId(part.trim());
		} else parts.at(-1)?.push(part);
	}
	return parts.map((words) => words.join(',').trim());
}

function isMarked(part: string): boolean {
	return /^error:/i.test(part);
}

function refusedWith(part: string): RecipientAnswer {
	return { accepted: false, reason: isGarbled(part) ? null : withoutPrefix(part) || null, raw: part };
}

/** Bytes that are no text may have been an ID; only words that call themselves an error are surely none. */
function isGarbled(part: string): boolean {
	return part.includes('\uFFFD') && !isMarked(part.trim());
}

function readRefusal(answer: string): string {
	if (/^[{[]/.test(answer) || isGarbled(answer)) {
		throw new ProtocolError('unexpectedShape', 'The gateway answered with something else than message IDs or words.');
	}
	return withoutPrefix(answer);
}

function acceptedWith(messageId: string): RecipientAnswer {
	return { accepted: true, messageId, parts: null, channelIds: {}, raw: messageId };
}

function decodeStates(text: string, [messageId = '']: readonly string[], { isCut = false }: Known = {}): StatesAnswer {
	const answer = readText(isCut ? '' : text);
	if (/^error:/i.test(answer)) return { refused: withoutPrefix(answer) };
	if (/^[{[]/.test(answer)) throw new ProtocolError('unexpectedShape', 'The gateway answered with something else than a state.');
	if (isPartOfState(answer)) throw new ProtocolError('unexpectedShape', 'The gateway answered with a part of a state only.');
	return { states: [{ messageId, state: answer, changedAt: null, channels: {} }] };
}

function withoutPrefix(answer: string): string {
	return answer.replace(/^error:\s*/i, '');
}

function readText(text: string): string {
	const answer = documentIn(text);
	if (answer === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	if (answer.startsWith('<')) {
		throw new ProtocolError('unexpectedShape', 'The gateway answered with a web page instead of message IDs.');
	}
	if (isPhpMessage(answer)) {
		throw new ProtocolError('unexpectedShape', 'The gateway answered with a message of PHP instead of message IDs.');
	}
	return answer;
}
