import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';

import { ProtocolError } from '../errors';
import { isRecord, textOf } from '../guards';
import { looksOf } from '../text';

/** What the names of attributes begin with, among those of elements. */
export const ATTRIBUTE = '@';

const TEXT = '#text';

const parser = new XMLParser({
	attributeNamePrefix: ATTRIBUTE,
	textNodeName: TEXT,
	ignoreAttributes: false,
	parseTagValue: false,
	parseAttributeValue: false,
	// Without it, numeric references such as &#1055; stay as they are.
	htmlEntities: true,
});

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
export function tryParse(text: string): unknown {
	// A document type could define entities that grow without bound; the protocol has none.
	if (text === '' || /<!DOCTYPE/i.test(text)) return undefined;
	try {
		SyntaxValidator.validate(text);
		return parser.parse(text);
	} catch {
		return undefined;
	}
}

/** What is wrong with a document that lacks something. */
export function unexpected(what: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway's XML answer lacks ${what}.`);
}

/** The text of an element, which stands for itself unless there are attributes. */
export function wordsOf(element: unknown): string | undefined {
	return textOf(isRecord(element) ? element[TEXT] : element);
}

/** The attributes of an element, by name. */
export function attributesOf(element: unknown): Record<string, unknown> {
	const attributes = Object.entries(isRecord(element) ? element : {}).filter(([name]) => name.startsWith(ATTRIBUTE));
	return Object.fromEntries(attributes.map(([name, value]) => [name.slice(ATTRIBUTE.length), value]));
}
