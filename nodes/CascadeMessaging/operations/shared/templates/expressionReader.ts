import type { JointQuestion } from './jointQuestion';
import type { Scope, Simple } from './shortCode';
import { ASK_N8N, shortCodeOf } from './shortCode';
import { inText, takeApart } from './template';

/** Gives what n8n would give for the same expression and item, or says that n8n must be asked for it. */
export type ExpressionReader = (scope: Scope) => Simple | typeof ASK_N8N;

/**
 * Reads an expression (a parameter that starts with `=`) whose text we put together ourselves: the values of short codes we read, those of
 * other codes n8n tells in a joint question. Returns `undefined` for an expression that must be left to n8n as a whole.
 *
 * @example
 * readerOf('=Hello, {{ $json.name }}!')?.({ json: { name: 'Anna' }, itemIndex: 0 }); // 'Hello, Anna!'
 */
export function readerOf(expression: string, question?: JointQuestion): ExpressionReader | undefined {
	if (MEANS_MORE.test(expression)) return undefined;
	const { literals, placeholders } = takeApart(expression);
	const readers: ExpressionReader[] = [];
	for (const { code } of placeholders) {
		const reader = shortCodeOf(code) ?? askedIn(question, code);
		if (reader === undefined) return undefined;
		readers.push(reader);
	}
	const [first] = readers;
	if (first === undefined) return undefined;
	const isAlone = literals.length === 2 && literals.every((literal) => literal === '');
	return isAlone ? first : textReader(literals, readers);
}

/** Escapes are n8n's own, and `.constructor` it refuses wherever it stands. */
const MEANS_MORE = /\\|\.\s*constructor/;

function askedIn(question: JointQuestion | undefined, code: string): ExpressionReader | undefined {
	const answer = question?.add(code);
	return answer && (({ itemIndex }) => answer(itemIndex));
}

function textReader([start = '', ...literals]: readonly string[], readers: readonly ExpressionReader[]): ExpressionReader {
	const pieces = readers.map((read, index) => ({ read, literal: literals[index] ?? '' }));
	return (scope) => {
		let text = start;
		for (const { read, literal } of pieces) {
			const value = read(scope);
			if (value === ASK_N8N) return ASK_N8N;
			text += inText(value) + literal;
		}
		return text;
	};
}
