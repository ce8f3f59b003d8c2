import { trimBlanks } from './blanks';

/** Length in Unicode code points, as a PHP host counts characters. */
export function lengthOf(text: string): number {
	let length = text.length;
	for (let i = 0; i + 1 < text.length; i++) {
		if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
			length--;
			i++;
		}
	}
	return length;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Says whether a text holds half a character (a lone surrogate), which UTF-8 cannot carry. */
export function hasHalfCharacter(text: string): boolean {
	return !text.isWellFormed();
}

/** What an answer looks like, in words for the user: the answer itself may echo a password and is not quoted. */
export function looksOf(answer: string): string {
	const start = answer.trimStart().slice(0, 20).toLowerCase();
	if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'a web page';
	if (start.startsWith('<')) return 'XML, or a part of it';
	return start.startsWith('{') || start.startsWith('[') ? 'JSON, or a part of it' : 'plain text';
}

/** A text shortened to at most `length` characters, for quoting in a message to the user. */
export function shorten(text: string, length = 200): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > length ? `${line.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

/** Splits a list that stands in one text: at commas, semicolons and line breaks. */
export function splitList(text: string): string[] {
	if (!/[,;\r\n]/.test(text)) return [trimBlanks(text)].filter((part) => part !== '');
	return text
		.split(/[,;\r\n]+/)
		.map(trimBlanks)
		.filter((part) => part !== '');
}

const DEEPEST = 20;

/** A value of JSON with every text in it changed, names of fields too. What is nested too deep to be shown is left out. */
export function inTexts(value: unknown, change: (text: string) => string, depth = 0): unknown {
	if (typeof value === 'string') return change(value);
	if (typeof value !== 'object' || value === null) return value;
	if (depth === DEEPEST) return null;
	if (Array.isArray(value)) return value.map((one: unknown) => inTexts(one, change, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [change(name), inTexts(one, change, depth + 1)]));
}

/** A number with its noun, for a message to the user: `1 recipient`, `2 recipients`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
