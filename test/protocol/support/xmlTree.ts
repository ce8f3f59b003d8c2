import { SaxesParser } from 'saxes';

/** An element as an independent parser reads it. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly XmlElement[];
	readonly text: string;
}

interface OpenElement extends XmlElement {
	readonly children: XmlElement[];
	text: string;
}

/** Reads a document to its root element. Throws when it is not well-formed. */
export function parseXml(document: string): XmlElement {
	const top: OpenElement = { name: '', attributes: new Map(), children: [], text: '' };
	const open = [top];
	const innermost = (): OpenElement => open.at(-1) ?? top;
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element: OpenElement = {
			name,
			attributes: new Map(Object.entries(attributes)),
			children: [],
			text: '',
		};
		innermost().children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => open.pop());
	parser.on('text', (text) => {
		innermost().text += text;
	});
	parser.write(document).close();
	const [root] = top.children;
	if (root === undefined) throw new Error('The document has no root element.');
	return root;
}

/** The children of an element that have this name. */
export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
	return children.filter((child) => child.name === name);
}
