import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';

import { isRecord } from '../isRecord';
import { scalarText } from '../scalars';
import { errorWordsOf } from './errorWords';

/** What the names of attributes begin with, among those of elements. */
export const ATTRIBUTE = '@';

/** The parser's name for the text of an element that also has attributes or child elements. */
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

/** Stands for an ampersand that begins no reference: it is no character of XML, and unlike `&amp;` it makes no text longer. */
const STAND_IN = '\uFFFF';
const withAmpersands = (_: string, text: string): string => text.replace(/\uFFFF{1,1000}/g, (run) => '&'.repeat(run.length));
const mendingParser = new XMLParser({ ...OPTIONS, tagValueProcessor: withAmpersands, attributeValueProcessor: withAmpersands });

/** The value of a text as XML; `undefined` when it is not XML. */
export function readXml(text: string, reader = parser): unknown {
	// A document type could define entities that grow without bound; the protocol has none.
	if (/<!DOCTYPE/i.test(text)) return undefined;
	// A text that ends within a tag is no document. There is no need to read all of it to see that.
	if (text.lastIndexOf('<') > text.lastIndexOf('>')) return undefined;
	try {
		SyntaxValidator.validate(text);
		return reader.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * What is mended: control characters XML has no place for, ampersands that begin no reference, lone less-than signs, attributes without
 * quotes.
 */
const CONTROLS = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;
const AMPERSANDS = /&{1,1000}(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)/gi;
const LESS_THANS = /<(?=[\s\d<=])/g;
const WITHOUT_QUOTES = /(\s[a-z_]{1,40}=)([\w.-]{1,64})(?=[\s/>]|$)/g;

/** As `readXml`, for a record that is nearly XML. Only what can mean just one thing is mended. */
export function readMendedXml(record: string): unknown {
	const clean = record.replace(CONTROLS, ' ').replace(LESS_THANS, '&lt;');
	const text = clean.replace(AMPERSANDS, (run) => STAND_IN.repeat(run.length));
	const end = text.indexOf('>', text.indexOf('>') + 1);
	return readXml(text, mendingParser) ?? readXml(text.slice(0, end).replace(WITHOUT_QUOTES, '$1"$2"') + text.slice(end), mendingParser);
}

/** The text of an element; an element without attributes comes from the parser as nothing but its text. */
export function elementText(element: unknown): string | undefined {
	return scalarText(isRecord(element) ? element[TEXT] : element);
}

/** The words of an `<error>` or of a record: its text, else the texts of the elements in it. */
export function elementWords(element: unknown): string | undefined {
	if (!isRecord(element)) return errorWordsOf(element);
	const inside = Object.entries(element).filter(([name]) => !name.startsWith(ATTRIBUTE));
	return errorWordsOf(element[TEXT]) ?? errorWordsOf(inside.map(([, value]) => value));
}

/** The attributes of an element, by name. */
export function attributesOf(element: unknown): Record<string, unknown> {
	const attributes = Object.entries(isRecord(element) ? element : {}).filter(([name]) => name.startsWith(ATTRIBUTE));
	return Object.fromEntries(attributes.map(([name, value]) => [name.slice(ATTRIBUTE.length), value]));
}
