/** Where the next record may begin; what stands before it decides. */
export const NEXT = /\{ ?["']?[A-Za-z_]\w{0,40}["']? ?:/g;

/** The end of the last record of a list. */
export const LAST = /\} ?\]/g;

/**
 * Says whether the object at this place stands where a record does: behind another one, or first in a list within a list. An object behind
 * a name or among words is a part of a record.
 */
export function beginsRecord(text: string, index: number): boolean {
	const last = lastOf(text, index);
	const before = text.charAt(lastOf(text, last));
	const mark = text.charAt(last);
	if (mark === '}' || mark === ']') return true;
	if (mark === ',') return /[}\]"\d]/.test(before);
	return mark === '[' && /[}\],[]/.test(before);
}

/** The place of the last character before `index`, not counting one blank. */
function lastOf(text: string, index: number): number {
	return text.charAt(index - 1) === ' ' ? index - 2 : index - 1;
}

/** Where the blanks, commas and brackets begin that stand before a record. */
export function withoutMarks(text: string, start: number): number {
	let end = start;
	while (/[ ,[\]]/.test(text.charAt(end - 1))) end--;
	return end;
}
