/**
 * What a person does not see: blanks and line breaks of every kind, control and formatting characters (zero-width blanks, marks of
 * writing direction, byte-order marks, soft hyphens), variation selectors, letters that are drawn as nothing, and the Braille sign without a dot.
 */
const UNSEEN = String.raw`\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800`;

const SEEN = new RegExp(`[^${UNSEEN}]`, 'u');
const BEFORE = new RegExp(`^[${UNSEEN}]+`, 'u');
const FORMATTING = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Says whether a text shows nothing: it is empty or holds only blanks and invisible characters (PROTOCOL.md section 6.8). */
export function isBlank(text: string): boolean {
	return !SEEN.test(text);
}

/** A text without the blanks and invisible characters around it, which are no part of a name, URL or ID (section 6.8). */
export function trimBlanks(text: string): string {
	const rest = text.replace(BEFORE, '');
	let end = rest.length;
	while (end > 0 && isBlank(lastCharacter(rest, end))) end -= lastCharacter(rest, end).length;
	return rest.slice(0, end);
}

/** A text without the formatting characters that programs leave in what people copy; blanks stay. */
export function withoutFormatting(text: string): string {
	return text.replace(FORMATTING, '');
}

/** The character before `end`, whole even where it takes two code units. */
function lastCharacter(text: string, end: number): string {
	const pair = text.slice(Math.max(0, end - 2), end);
	return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : text.slice(end - 1, end);
}
