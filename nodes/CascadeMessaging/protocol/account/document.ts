import { documentIn } from '../codecs/documentIn';
import type { Fields } from '../codecs/fields';
import { readMendedJson } from '../codecs/jsonMend';
import { endOfObject, isWebPage, readJson, withPlainBlanks } from '../codecs/jsonText';
import { isRecord } from '../isRecord';

/** Something that is no JSON object. */
export interface Other {
	readonly text: string;
	/** Whether it begins like JSON, and cannot be read. */
	readonly isSpoilt: boolean;
}

/**
 * Reads an answer as one JSON object, mended where it can mean just one thing, and without what may stand around it (docs/protocol.md
 * section 6.5).
 */
export function readDocument(answer: string): { readonly fields: Fields } | Other {
	const text = documentIn(answer);
	const document = readJson(text) ?? readMendedJson(objectIn(text));
	const [fields, ...others] = Array.isArray(document) ? (document as unknown[]) : [document];
	if (isRecord(fields) && others.length === 0) return { fields };
	return { text, isSpoilt: document === undefined && /^[{[]/.test(text) };
}

/** The first object in a text that is no JSON as a whole, with plain blanks; all of it when the object does not end, nothing of a web page. */
function objectIn(text: string): string {
	const start = text.startsWith('<') || isWebPage(text) ? -1 : text.indexOf('{');
	return start < 0 ? '' : withPlainBlanks(text.slice(start, endOfObject(text, start, text.length) || text.length));
}
