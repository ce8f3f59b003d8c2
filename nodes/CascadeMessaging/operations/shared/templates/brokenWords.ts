const NOT_IN_WORD = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const NOT_GOING_ON = String.raw`(?![\p{L}\p{M}\p{N}])`;

/**
 * What JavaScript and Luxon write where there was nothing to write. Case counts, and whole words only: "BaNaNa" and "nullable" are words of
 * a language. "undefined" counts even where it sticks to what is before it: `'order' + undefined`.
 */
const BROKEN = new RegExp(
	[
		String.raw`undefined(?!\p{Ll})`,
		`${NOT_IN_WORD}(?:NaN|null|Infinity|Invalid (?:[Dd]ate|DateTime|Duration|Interval))${NOT_GOING_ON}`,
		String.raw`\[object [\w .$-]{1,60}\]`,
		// The source of a function, method or class: a call was forgotten.
		String.raw`(?:\bfunction\*? ?[\w$]{0,60}|\b[\w$]{1,60})\([^()]{0,300}\)\s?\{(?:\s{0,9}\[native code\]\s{0,9}\})?`,
		String.raw`\((?:[\w$]{1,40}(?:, ?[\w$]{1,40}){0,9})?\) ?=>`,
		String.raw`\b([\w$]{1,40}) => \1\b`,
		String.raw`\bclass [A-Z_$][\w$]{0,60}(?: extends [\w$.]{1,60})? ?\{`,
		String.raw`\bclass (?:extends [\w$.]{1,60} ?)?\{(?=[\s}])`,
		// A template within the data, which n8n does not fill in.
		String.raw`\{\{[^{}]*\}\}`,
	].join('|'),
	'gu',
);

const SIGNS = /undefined|NaN|null|Infinity|Invalid |\[object |=>|\{/;

/** A quick first look: false for nearly all texts without broken words, and never for a text with some. */
export function mayHoldBrokenWords(text: string): boolean {
	return SIGNS.test(text);
}

/** What in a text was never meant to be read by a person (`undefined`, `[object Object]`, …), in its order. */
export function brokenWordsIn(text: string): string[] {
	return Array.from(text.matchAll(BROKEN), ([words]) => words);
}

/** The broken words of a text that its author did not type: each one in `own`, the parts the author typed, cancels out one equal to it. */
export function brokenWordsMade(text: string, own: readonly string[]): string[] {
	const found = brokenWordsIn(text);
	const allowed = found.length === 0 ? [] : brokenWordsIn(own.join(' ')).map(kindOf);
	return found.filter((words) => {
		const index = allowed.indexOf(kindOf(words));
		if (index !== -1) allowed.splice(index, 1);
		return index === -1;
	});
}

/** All `{{ … }}` are of one kind: the author's own braces may hold a placeholder, so what is between them can differ. */
function kindOf(words: string): string {
	return words.startsWith('{{') ? '{{' : words;
}
