import { ProtocolError } from '../errors';
import { isRecord } from '../isRecord';
import { listOf } from '../lists';
import { meaningOf, reasonOf } from '../reasons';
import { idOf } from '../scalars';
import { isState } from '../stateWords';
import { looksOf } from '../text';
import type { DocumentFormat, MessageEntry } from './documentAnswer';
import { errorWordsOf } from './errorWords';
import type { Fields, RecipientRecord } from './fields';
import { attributesOf, elementText, elementWords, readMendedXml, readXml } from './xmlDocument';
import { takeXmlApart } from './xmlList';

/** How answers are written in XML (docs/protocol.md section 3). */
export const XML_FORMAT: DocumentFormat = {
	parse: documentOf,
	takeApart: (answer, list) => takeXmlApart(answer, list === 'message' ? 'information' : 'state'),
	refusalIn,
	fieldsOf,
	isList: (value) => value !== undefined,
	lacks: (list) => lacks(`<${list}>`),
	wordsOfError,
	messageIn,
	recipientIn,
	stateIn: (element) => ({ fields: attributesOf(element), state: elementText(element) }),
	valuesOf,
};

/**
 * The one document of an answer; `undefined` when it cannot be read as one, and also when it has several responses or records outside of
 * any message: taken apart, it keeps their IDs.
 */
function documentOf(answer: string): unknown {
	const document = readXml(answer);
	const response = isRecord(document) ? document.response : undefined;
	return Array.isArray(response) || (isRecord(response) && response.information !== undefined) ? undefined : document;
}

/** The document that refuses the whole request, in an answer with something else around it. */
function refusalIn(answer: string): unknown {
	const start = answer.search(/<response(?:\s[^<>]{0,1000})?>\s{0,1000}<error[\s/>]/);
	const end = start < 0 ? -1 : answer.indexOf('</response>', start);
	if (end < 0 || /<!DOCTYPE/i.test(answer.slice(0, start))) return undefined;
	const document = answer.slice(start, end + '</response>'.length);
	return readXml(document) ?? readMendedXml(document);
}

function fieldsOf(answer: string, document: unknown): Fields {
	if (answer === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	if (document === undefined) {
		const message = `The gateway answered with something that is not well-formed XML, but ${looksOf(answer)}.`;
		throw new ProtocolError('notXml', message);
	}
	if (!isRecord(document) || !isRecord(document.response)) throw lacks('<response>');
	return document.response;
}

function lacks(what: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway's XML answer lacks ${what}.`);
}

/** The words of an `<error>`, which may also stand in its attributes. */
function wordsOfError(error: unknown): string | undefined {
	return elementWords(error) ?? errorWordsOf(attributesOf(error));
}

function messageIn(message: unknown): MessageEntry {
	const { information, error } = isRecord(message) ? message : {};
	const refused = wordsOfError(error);
	return refused !== undefined && information === undefined ? { refused } : { records: listOf(information) };
}

function recipientIn(information: unknown): RecipientRecord {
	const fields = attributesOf(information);
	const error = isRecord(information) ? wordsOfError(information.error) : undefined;
	const words = elementWords(information);
	// A state is no reason for refusal: with an ID that cannot be read, the message may be on its way.
	const isReason = words !== undefined && !isState(words) && (idOf(fields.id_message) === null || meansNotNow(words));
	const reason = error ?? errorWordsOf(fields.error) ?? (isReason ? words : undefined);
	return { fields, reason, raw: { ...fields, text: elementText(information) ?? '' } };
}

/** Words beside an ID are mostly a state; only those known to mean a wait or a repeat say that nothing went out now (section 6a). */
function meansNotNow(words: string): boolean {
	return meaningOf(reasonOf(words)) !== 'refused';
}

/** What an attribute says in a record that cannot be read, if it came whole. */
function valuesOf(record: string, name: string): string[] {
	const end = record.indexOf('>') + 1;
	const attribute = new RegExp(`\\s${name} ?= ?(?:"\\+?(\\d{1,64})"|'\\+?(\\d{1,64})'|(\\d{1,64})(?=[\\s/>]))`, 'g');
	const tag = end === 0 ? record : record.slice(0, end);
	return [...tag.matchAll(attribute)].map(([, one, other, bare]) => one ?? other ?? bare ?? '');
}
