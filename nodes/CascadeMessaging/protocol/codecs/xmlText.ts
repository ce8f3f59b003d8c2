import type { TextLimits } from '../fieldChecks';

/** What keeps a text, or the name of a template parameter, out of an XML document (docs/protocol.md section 3). */
export const XML_TEXT_LIMITS: TextLimits = {
	objectionToText: (text) => {
		const character = findNonXmlCharacter(text);
		if (character !== undefined)
			return `holds the character ${character}, which XML does not allow. Remove it or choose the protocol JSON.`;
		if (!text.includes('\\n')) return undefined;
		return 'holds a backslash followed by "n", which XML requests use for a line break. Use a real line break, or choose the protocol JSON.';
	},
	objectionToName: (name) => {
		if (isXmlName(name)) return undefined;
		return `"${name}" cannot be the name of an XML element. Choose the protocol JSON, or a name of letters, digits, "_", "-" and "." that starts with a letter.`;
	},
};

/** The first character XML 1.0 does not allow in a document, as `U+0000`; `undefined` when there is none. */
export function findNonXmlCharacter(text: string): string | undefined {
	const [character] = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(text) ?? [];
	const code = character?.codePointAt(0);
	return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const NAME_START = String.raw`A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}-\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}`;
const NAME_REST = String.raw`\u{300}-\u{36F}\u{203F}-\u{2040}\u{B7}.0-9\-`;
const BEGINS_NAME = new RegExp(`^[${NAME_START}]`, 'u');
const NOT_IN_NAME = new RegExp(`[^${NAME_REST}${NAME_START}]`, 'u');

/** Says whether a text can be the name of an XML element (without a colon, which would name a namespace). */
export function isXmlName(text: string): boolean {
	return BEGINS_NAME.test(text) && !NOT_IN_NAME.test(text);
}
