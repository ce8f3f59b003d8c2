import type { Simple } from './shortCode';
import { ASK_N8N, isSimple } from './shortCode';

/** Gives the value of a code for an item, or says that it must be asked for alone. */
type Answer = (item: number) => Simple | typeof ASK_N8N;

/**
 * Asks n8n for all codes of an item at once, as one list: an evaluation costs n8n about the same whatever it holds. Where the list cannot be
 * had, because one of the codes throws, and for each value that could change on its way in a list, n8n is asked for that code alone.
 */
export class JointQuestion {
	readonly #evaluate: (source: string, item: number) => unknown;
	readonly #codes: string[] = [];
	#last: { readonly item: number; readonly values: readonly unknown[] } | undefined;

	/** @param evaluate gives the value of a `{{ … }}` for an item, as n8n does */
	constructor(evaluate: (source: string, item: number) => unknown) {
		this.#evaluate = evaluate;
	}

	/** Takes on the code of a placeholder, `undefined` where it cannot stand among others. All must be there before the first answer. */
	add(code: string): Answer | undefined {
		if (!standsAlone(code)) return undefined;
		const place = this.#codes.push(code) - 1;
		return (item) => {
			const value = this.#valuesOf(item)[place];
			return isSimple(value) && !MAY_CHANGE.has(value) ? value : ASK_N8N;
		};
	}

	#valuesOf(item: number): readonly unknown[] {
		if (this.#last?.item !== item) this.#last = { item, values: this.#ask(item) };
		return this.#last.values;
	}

	#ask(item: number): readonly unknown[] {
		if (this.#codes.length < 2) return [];
		try {
			const values = this.#evaluate(`{{ [(${this.#codes.join('), (')})] }}`, item);
			return Array.isArray(values) && values.length === this.#codes.length ? values : [];
		} catch {
			// Whose fault it is shows when each is asked for alone.
			return [];
		}
	}
}

/** What may come out of a list as something else: one kind of nothing as another, and a zero below nothing as zero. */
const MAY_CHANGE: ReadonlySet<unknown> = new Set([undefined, null, 0]);

/** Texts in quotes, patterns where a value is expected, names, numbers and signs; no comments, backquotes, semicolons or stray slashes. */
const TOKEN =
	/"(?:[^"\\\r\n\u2028\u2029]|\\[^\r\n\u2028\u2029])*"|'(?:[^'\\\r\n\u2028\u2029]|\\[^\r\n\u2028\u2029])*'|[(,]\s*\/(?![*/])(?:[^\\/[\r\n\u2028\u2029]|\\[^\r\n\u2028\u2029]|\[(?:[^\]\\\r\n\u2028\u2029]|\\[^\r\n\u2028\u2029])*\])+\/[a-z]*|[\p{ID_Continue}$]+|[\s.,:?!<>=+\-*%&|^~]|[()[\]{}]/uy;
/** `$json.1` is no code. n8n says so when it stands alone; among others it may leave the name out, and give all of `$json`. */
const NAME_WITH_DIGIT = /\.\s*\d/;
const DECIMAL = /(?<![\p{ID_Continue}$.)\]"'])\d+\.\d+(?![\p{ID_Continue}$.])/gu;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CLOSING = new Set(Object.values(PAIRS));

/** Says whether a code, put in brackets, means what it means by itself: it is one value, and all it opens it closes. */
function standsAlone(code: string): boolean {
	if (code.includes('{{') || code.includes('}}') || code.trimStart().startsWith('{') || code.trim() === '') return false;
	if (NAME_WITH_DIGIT.test(code.replace(DECIMAL, ''))) return false;
	const expected: (string | undefined)[] = [];
	TOKEN.lastIndex = 0;
	for (let at = 0; at < code.length; at = TOKEN.lastIndex) {
		const token = TOKEN.exec(code)?.[0];
		if (token === undefined) return false;
		const [sign = ''] = token;
		if (sign in PAIRS) expected.push(PAIRS[sign]);
		else if (CLOSING.has(sign) && expected.pop() !== sign) return false;
		else if (expected.length === 0 && sign === ',') return false;
	}
	return expected.length === 0;
}
