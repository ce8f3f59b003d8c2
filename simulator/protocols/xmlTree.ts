import { SaxesParser, type SaxesTagPlain } from 'saxes';

import { refuse, WORDS } from '../gateway/refusal';

/** An element of a request: nothing but attributes, child elements and text. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: XmlElement[];
	text: string;
}

/** Nothing in the manual's documents lies deeper (request, message, templateData, parameter). */
const DEEPEST = 4;

/**
 * Parses an XML request strictly (PROTOCOL section 3): well-formed XML 1.0 with its declaration in UTF-8, on one line,
 * without a document type, comments or processing instructions.
 * @returns the root element; in the text of elements, the two characters `\n` have become a line break
 * @throws {Refusal} when the document is anything else
 */
export function parseXml(text: string): XmlElement {
	if (/[\r\n]/.test(text)) refuse(WORDS.xmlLineBreak);
	if (!text.startsWith('<?xml ')) refuse(WORDS.badXml);
	const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
	const open: XmlElement[] = [top];
	const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
	parser.on('error', () => refuse(WORDS.badXml));
	parser.on('doctype', () => refuse(WORDS.badXml));
	parser.on('comment', () => refuse(WORDS.badXml));
	parser.on('processinginstruction', () => refuse(WORDS.badXml));
	parser.on('xmldecl', ({ encoding, version }) => {
		if (encoding?.toLowerCase() !== 'utf-8' || version !== '1.0') refuse(WORDS.badXml);
	});
	parser.on('opentag', (tag) => {
		if (open.length > DEEPEST) refuse(WORDS.badXml);
		const element = toElement(tag);
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => {
		finish(open.pop());
	});
	const addText = (data: string) => {
		const element = open.at(-1);
		if (element) element.text += data;
	};
	parser.on('text', addText);
	parser.on('cdata', addText);
	parser.write(text).close();
	return top.children[0] ?? refuse(WORDS.badXml);
}

function toElement(tag: SaxesTagPlain): XmlElement {
	const attributes = Object.entries(tag.attributes).map(([name, value]) => [name, oneLine(value)] as const);
	return { name: tag.name, attributes: new Map(attributes), children: [], text: '' };
}

/** An element holds either elements, with blanks between them at most, or text. */
function finish(element: XmlElement | undefined): void {
	if (!element) return;
	if (element.children.length === 0) element.text = oneLine(element.text).replaceAll('\\n', '\n');
	else if (element.text.trim() !== '') refuse(WORDS.badXml);
}

/** A real line break in data, written as a character reference, is as forbidden as one between tags. */
function oneLine(text: string): string {
	if (/[\r\n]/.test(text)) refuse(WORDS.xmlLineBreak);
	return text;
}
