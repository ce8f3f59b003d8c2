import { ProtocolError } from '../errors';
import { isRecord } from '../isRecord';
import { listOf } from '../lists';
import { idOf, scalarText } from '../scalars';
import { looksOf } from '../text';
import type { DocumentFormat, MessageEntry } from './documentAnswer';
import { errorWordsOf } from './errorWords';
import type { Fields, RecipientRecord } from './fields';
import { takeJsonApart } from './jsonList';
import { readMendedJson } from './jsonMend';
import { endOfObject, isWebPage, readJson, withPlainBlanks } from './jsonText';

/** How answers are written in JSON (docs/protocol.md section 2). */
export const JSON_FORMAT: DocumentFormat = {
	parse: readJson,
	takeApart: takeJsonApart,
	refusalIn,
	fieldsOf,
	isList: (value) => typeof value === 'object',
	lacks: (list) => lacks(`"${list}"`),
	wordsOfError: errorWordsOf,
	messageIn,
	recipientIn,
	stateIn: (record) => {
		const fields = isRecord(record) ? record : {};
		return { fields, state: scalarText(fields.state) };
	},
	valuesOf,
};

/**
 * The document that refuses the whole request, in an answer with something else around it. None in a web page: that is not the gateway's.
 */
function refusalIn(answer: string): unknown {
	if (isWebPage(answer)) return undefined;
	const start = answer.search(/\{\s{0,100}["']error["']/);
	const end = start < 0 ? 0 : endOfObject(answer, start, answer.length);
	const text = withPlainBlanks(answer.slice(Math.max(start, 0), end));
	return end === 0 || /["'](?:message|state)["']\s{0,100}:/.test(answer) ? undefined : (readJson(text) ?? readMendedJson(text));
}

function fieldsOf(answer: string, document: unknown): Fields {
	if (answer === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	if (document === undefined) {
		throw new ProtocolError('notJson', `The gateway answered with something that is not JSON, but ${looksOf(answer)}.`);
	}
	if (!isRecord(document)) throw lacks('an object');
	return document;
}

function lacks(what: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway's JSON answer lacks ${what}.`);
}

function messageIn(entry: unknown): MessageEntry {
	if (isRecord(entry) && idOf(entry.id_message) === null && scalarText(entry.phone) === undefined) {
		const refused = errorWordsOf(entry.error);
		if (refused !== undefined) return { refused };
	}
	return { records: listOf(entry) };
}

function recipientIn(record: unknown): RecipientRecord {
	const fields = isRecord(record) ? record : {};
	return { fields, reason: errorWordsOf(fields.error), raw: record };
}

/** What a field says in a record that cannot be read, if it came whole. */
function valuesOf(record: string, name: string): string[] {
	const field = new RegExp(`"${name}" ?: ?(?:"(\\+?\\d{1,64})"(?= ?[,}]|$)|(\\d{1,64}) ?(?=[,}]))`, 'g');
	return [...record.matchAll(field)].map(([, text, number]) => (text ?? number ?? '').replace('+', ''));
}
