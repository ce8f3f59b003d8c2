import { endOfString, readJson } from './jsonText';

/**
 * What a record says that is nearly JSON; `undefined` when it is not even that. Mended is only what has one meaning: bad escapes,
 * commas too many, comments, values such as `NaN`, texts in single quotes. A quote within a text has not: nobody knows where the text ends.
 */
export function readMendedJson(text: string): unknown {
	const mended = mend(text);
	return mended === undefined ? undefined : readJson(mended);
}

/** The beginning of a piece, or all of it: a text, a comment, a word, a mark. */
const PIECE = /["']|\/\*|[^\s"'{}[\]:,/]{1,400}|[{}[\]:,]|\s+/y;

/** What other languages write where JSON has no value for it. */
const NO_VALUE = /^(?:NaN|undefined|[+-]?Infinity|None|nil)$/;

function mend(text: string): string | undefined {
	const pieces: string[] = [];
	const piece = new RegExp(PIECE);
	for (let at = 0; at < text.length; at = piece.lastIndex) {
		piece.lastIndex = at;
		const [token] = piece.exec(text) ?? [];
		if (token === undefined) return undefined;
		const end = endOf(token, text, at, piece.lastIndex);
		if (end === 0) return undefined;
		piece.lastIndex = end;
		if (!add(pieces, token, text.slice(at, end))) return undefined;
	}
	return pieces.join('');
}

function endOf(token: string, text: string, at: number, end: number): number {
	if (token === '"') return endOfString(text, at);
	if (token === "'") return text.indexOf("'", at + 1) + 1;
	return token === '/*' ? endBehind(text, '*/', at + 2) : end;
}

function endBehind(text: string, mark: string, start: number): number {
	const found = text.indexOf(mark, start);
	return found < 0 ? 0 : found + mark.length;
}

/** Adds a piece as JSON has it; says whether that can be done. */
function add(pieces: string[], token: string, piece: string): boolean {
	const last = pieces.at(-1) ?? '';
	if (token === '/*' || /^\s/.test(token)) return true;
	if (token === ',' && /^[,[{]$/.test(last)) return true;
	// Two halves of a number would become another one.
	if (isWord(token) && isWord(last)) return false;
	if ((token === ']' || token === '}') && last === ',') pieces.pop();
	if (token === '"') pieces.push(withoutBadEscapes(piece));
	else if (token === "'") pieces.push(JSON.stringify(piece.slice(1, -1)));
	else pieces.push(NO_VALUE.test(token) ? 'null' : piece);
	return token !== "'" || !/["\\]/.test(piece);
}

const isWord = (piece: string): boolean => /^[^"'{}[\]:,]/.test(piece);

/** A backslash before what needs none stands for itself, but not before an apostrophe, as PHP writes it. */
function withoutBadEscapes(text: string): string {
	return text.replace(/\\(?:["\\/bfnrt]|u[\da-f]{4})|\\'?/gi, (escape) => (escape === '\\' ? '\\\\' : escape === "\\'" ? "'" : escape));
}
