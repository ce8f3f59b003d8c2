/** One character nobody sees: blanks, line breaks, controls, zero-width and filling characters, marks of direction, variation selectors. */
const UNSEEN = String.raw`\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800`;
const IS_SEEN = new RegExp(`[^${UNSEEN}]`, 'u');
const IS_UNSEEN_UNIT = new RegExp(`^[${UNSEEN}]$`, 'u');
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}/gu;

/** Says whether a text is none: empty, or nothing but characters nobody sees (docs/protocol.md section 6.8). */
export function isBlank(text: string): boolean {
	return !IS_SEEN.test(text);
}

/**
 * A text without the characters nobody sees at its ends (section 6.8). What belongs to an emoji, a variation selector or a tag right
 * behind it, stays.
 */
export function trimBlanks(text: string): string {
	let start = 0;
	let end = text.length;
	while (isUnseen(text, start)) start++;
	while (isUnseen(text, end - 1)) end--;
	return text.slice(start, isVariationSelector(text, end) ? end + 1 : end);
}

/** A text without the characters that take no room, wherever they stand; blanks and line breaks stay. */
export function withoutInvisible(text: string): string {
	return text.replace(INVISIBLE, '');
}

function isUnseen(text: string, index: number): boolean {
	return IS_UNSEEN_UNIT.test(text.charAt(index));
}

function isVariationSelector(text: string, index: number): boolean {
	return /[\uFE00-\uFE0F]/.test(text.charAt(index));
}
