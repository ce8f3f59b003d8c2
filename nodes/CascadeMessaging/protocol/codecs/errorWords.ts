import { scalarText } from '../scalars';

/** What gateways write where there is no error: PHP's ways of saying "nothing", and "well". */
const NO_ERROR = /^(?:0*|null|nil|none|false|undefined|ok|success)$/i;

const DEEPEST = 4;
const MOST = 20;
const LONGEST = 1000;

/**
 * The words of an `error` (docs/protocol.md section 2); `undefined` when it says nothing: `0`, `false`, `null`, `[]`, as text too.
 * In a list or an object, the texts come first and then the numbers, which are codes. What is nested deeper than a few levels is left out.
 */
export function errorWordsOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null) return wordsOfOne(error);
	const parts = partsOf(error, DEEPEST);
	const isCode = (part: string): boolean => /^\d+$/.test(part);
	const words = [...parts.filter((part) => !isCode(part)), ...parts.filter(isCode)].join(', ');
	// A single text stays whole, however long: it may be all the gateway says.
	return parts.length > 1 ? words.slice(0, LONGEST) : parts[0];
}

function partsOf(error: unknown, depth: number): string[] {
	if (typeof error !== 'object' || error === null) {
		const words = wordsOfOne(error);
		return words === undefined ? [] : [words];
	}
	if (depth === 0) return [];
	const parts: string[] = [];
	for (const name of Object.keys(error).slice(0, MOST)) parts.push(...partsOf(Reflect.get(error, name), depth - 1));
	return parts.slice(0, MOST);
}

function wordsOfOne(error: unknown): string | undefined {
	const words = error === true ? 'true' : scalarText(error);
	return words === undefined || NO_ERROR.test(words) ? undefined : words;
}
