import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';

import { ProtocolError } from '../errors';
import { isRecord, textOf } from '../guards';
import { looksOf } from '../text';
import { errorWordsOf } from './errorWords';

/** What the names of attributes begin with, among those of elements. */
export const ATTRIBUTE = '@';

/** How the parser names the text of an element that has attributes or elements in it, too. */
const TEXT = '#text';

const OPTIONS = {
	attributeNamePrefix: ATTRIBUTE,
	ignoreAttributes: false,
	parseTagValue: false,
	parseAttributeValue: false,
	// Without it, numeric references such as &#1055; stay as they are.
	htmlEntities: true,
};
const parser = new XMLParser(OPTIONS);

/** Stands for an ampersand that begins no reference: it is no character of XML, and unlike `&amp;` makes a text no longer. */
const STAND_IN = '\uFFFF';
const withAmpersands = (_: string, text: string): string => text.replace(/\uFFFF{1,1000}/g, (run) => '&'.repeat(run.length));
const mendingParser = new XMLParser({ ...OPTIONS, tagValueProcessor: withAmpersands, attributeValueProcessor: withAmpersands });

/** The `<response>` of a document that was read from an answer. Throws `ProtocolError` when there is none. */
export function checkDocument(answer: string, document: unknown): Record<string, unknown> {
	if (answer === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	if (document === undefined) {
		const message = `The gateway answered with something that is not well-formed XML, but ${looksOf(answer)}.`;
		throw new ProtocolError('notXml', message);
	}
	if (!isRecord(document) || !isRecord(document.response)) throw unexpected('<response>');
	return document.response;
}

/** What a text says as XML; `undefined` when it is none. */
export function tryParse(text: string, reader = parser): unknown {
	// A document type could define entities that grow without bound; the protocol has none.
	if (/<!DOCTYPE/i.test(text)) return undefined;
	// A tag without end is none, and need not be read to its end to know it.
	if (text.lastIndexOf('<') > text.lastIndexOf('>')) return undefined;
	try {
		SyntaxValidator.validate(text);
		return reader.parse(text);
	} catch {
		return undefined;
	}
}

/** A control character XML has no place for, an ampersand that begins no reference, a lone less-than sign. */
const CONTROLS = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const AMPERSANDS = /&{1,1000}(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)/gi;
const LESS_THANS = /<(?=[\s\d<=])/g;
const WITHOUT_QUOTES = /(\s[a-z_]{1,40}=)([\w.-]{1,64})(?=[\s/>]|$)/g;

/** As `tryParse`, for a record that is nearly XML. Mended is only what has one meaning. */
export function readMended(record: string): unknown {
	const clean = record.replace(CONTROLS, ' ').replace(LESS_THANS, '&lt;');
	const text = clean.replace(AMPERSANDS, (run) => STAND_IN.repeat(run.length));
	const end = text.indexOf('>', text.indexOf('>') + 1);
	return tryParse(text, mendingParser) ?? tryParse(text.slice(0, end).replace(WITHOUT_QUOTES, '$1"$2"') + text.slice(end), mendingParser);
}

/** What is wrong with a document that lacks something. */
export function unexpected(what: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway's XML answer lacks ${what}.`);
}

/** The text of an element, which stands for itself unless there are attributes. */
export function textIn(element: unknown): string | undefined {
	return textOf(isRecord(element) ? element[TEXT] : element);
}

/** The words of an `<error>` or of a record: its text, else the texts of the elements in it. */
export function wordsOf(element: unknown): string | undefined {
	if (!isRecord(element)) return errorWordsOf(element);
	const inside = Object.entries(element).filter(([name]) => !name.startsWith(ATTRIBUTE));
	return errorWordsOf(element[TEXT]) ?? errorWordsOf(inside.map(([, value]) => value));
}

/** The attributes of an element, by name. */
export function attributesOf(element: unknown): Record<string, unknown> {
	const attributes = Object.entries(isRecord(element) ? element : {}).filter(([name]) => name.startsWith(ATTRIBUTE));
	return Object.fromEntries(attributes.map(([name, value]) => [name.slice(ATTRIBUTE.length), value]));
}
