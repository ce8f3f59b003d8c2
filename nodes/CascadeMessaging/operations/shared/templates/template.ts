/** One `{{ … }}` of a template. */
export interface Placeholder {
	/** As the user wrote it, braces included. */
	readonly source: string;
	/** What stands between the braces, as n8n runs it. */
	readonly code: string;
}

/**
 * A template in its pieces. The literals stand around the placeholders, so there is one more of them: the result is
 * literal, value, literal, value, …, literal.
 */
export interface Template {
	/** What the user wrote around them, as n8n puts it into the result. */
	readonly literals: readonly string[];
	readonly placeholders: readonly Placeholder[];
}

/** Says whether a parameter, as the user typed it, is an expression. n8n tells by the first character. */
export function isExpression(typed: unknown): typed is string {
	return typeof typed === 'string' && typed.startsWith('=');
}

/**
 * Takes an expression (a parameter that starts with `=`) apart, exactly as n8n's own splitter does, its oddities included: a brace
 * pair behind an odd number of backslashes is text, doubled backslashes count once before a placeholder, the first `}}`
 * ends a placeholder even within quotes, and one that never closes runs to the end.
 */
export function takeApart(expression: string): Template {
	const text = expression.slice(1);
	const literals: string[] = [];
	const placeholders: Placeholder[] = [];
	let start = 0;
	for (;;) {
		const open = findBraces(text, '{{', start);
		if (open === -1) return { literals: [...literals, text.slice(start)], placeholders };
		if (open === LOST) return { literals: [...literals, ''], placeholders };
		literals.push(unescaped(text.slice(start, open)));
		const close = findBraces(text, '}}', open + 2);
		if (close === LOST) return { literals, placeholders };
		const end = close === -1 ? text.length : close;
		start = Math.min(end + 2, text.length);
		placeholders.push({ source: text.slice(open, start), code: text.slice(open + 2, end).replace('\\}}', '}}') });
	}
}

/** Says that n8n drops this piece: one that ends in an escaped pair of braces, or a placeholder with nothing behind its opening braces. */
const LOST = -2;

/** Where the next pair of braces stands that is not escaped; -1 when there is none. */
function findBraces(text: string, braces: string, start: number): number {
	let from = start;
	for (;;) {
		const at = text.indexOf(braces, from);
		if (at === -1) return from === text.length ? LOST : -1;
		if (backslashesBefore(text, at) % 2 === 0) return at;
		from = at + 2;
	}
}

function backslashesBefore(text: string, at: number): number {
	let first = at;
	while (text[first - 1] === '\\') first--;
	return at - first;
}

function unescaped(literal: string): string {
	return literal.replaceAll('\\\\', '\\');
}

/** A value as n8n puts it into a text. */
export function inText(value: unknown): string {
	return Boolean(value) || value === 0 || value === false ? [value].join('') : '';
}
