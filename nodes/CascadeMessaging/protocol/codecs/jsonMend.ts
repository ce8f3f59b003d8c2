import { endOfString, readJson } from './jsonText';

/**
 * The value of a record that is nearly JSON; `undefined` when it is not even that. Only what can mean just one thing is mended: bad
 * escapes, surplus commas, comments, values such as `NaN`, texts in single quotes. A quote within a text is not mended: nobody knows where
 * the text ends.
 */
export function readMendedJson(text: string): unknown {
	const mended = mend(text);
	return mended === undefined ? undefined : readJson(mended);
}

/** A piece that is no text in double quotes: a text in single quotes that holds no other quote, a comment, a word, a mark, a blank. */
const PIECE = /'[^'"\\]*'|\/\*[^]*?\*\/|[^\s"'{}[\]:,/]{1,400}|[{}[\]:,]|\s/y;

/** What other languages write where JSON has no value for it. */
const NO_VALUE = /^(?:NaN|undefined|[+-]?Infinity|None|nil)$/;

function mend(text: string): string | undefined {
	const pieces: string[] = [];
	for (let at = 0, end = 0; at < text.length; at = end) {
		end = text.charAt(at) === '"' ? endOfString(text, at) : endOfPiece(text, at);
		if (end === 0) return undefined;
		add(pieces, text.slice(at, end));
	}
	// Without the blanks, two halves of a number would become another number.
	return pieces.join(' ');
}

/** Where a piece ends that begins at `start`; 0 when none does. */
function endOfPiece(text: string, start: number): number {
	PIECE.lastIndex = start;
	return PIECE.test(text) ? PIECE.lastIndex : 0;
}

/** Adds a piece as JSON has it, without comments and surplus commas. */
function add(pieces: string[], piece: string): void {
	const last = pieces.at(-1) ?? '';
	if (piece.startsWith('/*') || piece.trim() === '') return;
	if (piece === ',' && [',', '[', '{'].includes(last)) return;
	if ((piece === ']' || piece === '}') && last === ',') pieces.pop();
	pieces.push(asJson(piece));
}

function asJson(piece: string): string {
	if (piece.startsWith('"')) return withoutBadEscapes(piece);
	if (piece.startsWith("'")) return JSON.stringify(piece.slice(1, -1));
	return NO_VALUE.test(piece) ? 'null' : piece;
}

/** A backslash before a character that needs none stands for itself. Before an apostrophe, where PHP writes one, it is dropped. */
function withoutBadEscapes(text: string): string {
	return text.replace(/\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})|\\'?/g, (escape) => (escape === '\\' ? '\\\\' : escape === "\\'" ? "'" : escape));
}
