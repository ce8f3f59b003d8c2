import { isBigNumber, parseExactJson } from '../parseJson';

/**
 * The value of a text as JSON, with IDs of any length exact; `undefined` when it is not JSON. A number with an exponent may have lost
 * digits before it was written.
 */
export function readJson(text: string): unknown {
	return parseExactJson(text, (number) => isBigNumber(number) || /e/i.test(number));
}

/** Where a string ends that begins at `start`: behind its closing quote. 0 when it does not. */
export function endOfString(text: string, start: number): number {
	const mark = /["\\]/g;
	mark.lastIndex = start + 1;
	for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
		if (match[0] === '"') return mark.lastIndex;
		mark.lastIndex++;
	}
	return 0;
}

/** Where an object or a list ends that begins at `start`, looking no further than `limit`. 0 when it does not. */
export function endOfObject(text: string, start: number, limit: number): number {
	const mark = /["{}[\]]/g;
	mark.lastIndex = start;
	let depth = 0;
	for (let match = mark.exec(text); match !== null && mark.lastIndex <= limit; match = mark.exec(text)) {
		if (match[0] === '"') {
			const end = endOfString(text, match.index);
			if (end === 0) return 0;
			mark.lastIndex = end;
		} else depth += match[0] === '{' || match[0] === '[' ? 1 : -1;
		if (depth === 0) return mark.lastIndex;
	}
	return 0;
}

/** A text with one blank for each run of blanks and control characters, which can mean nothing else within texts of JSON either. */
export function withPlainBlanks(text: string): string {
	return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

/** Says whether an answer holds a web page, or a part of one: that is not the gateway's own. */
export function isWebPage(answer: string): boolean {
	return /<(?:!doctype|html|head|body|script)\b/i.test(answer);
}
