import { isExpression } from './template';

/** Gives the value of a parameter, or of a part of it, for an item. */
export type ValueReader = (item: number) => unknown;

/** Says whether there is an expression in what the user typed for a parameter. */
export function holdsExpression(typed: unknown): boolean {
	return isComposite(typed) ? Object.values(typed).some(holdsExpression) : isExpression(typed);
}

/**
 * Says whether the parts of a parameter can be asked for one by one: all names can stand in a path, and no expression looks at the
 * fields beside its own (`$parameter["&name"]`).
 */
export function hasParts(typed: unknown): boolean {
	if (!isComposite(typed)) return !isExpression(typed) || !typed.includes('$parameter');
	return Object.entries(typed).every(([name, part]) => PATH_NAME.test(name) && hasParts(part));
}

/** Other names that begin with a line are those of every object; this one marks what was chosen from a list. */
const PATH_NAME = /^(?:[a-z\d]\w*|__rl)$/i;

/**
 * Reads a parameter part by part. What is no expression is taken as it was typed.
 *
 * @param path where it stands, as n8n finds it, such as `cascade.steps[0].text`
 * @param readerAt makes the reader of an expression
 */
export function treeReader(typed: unknown, path: string, readerAt: (expression: string, path: string) => ValueReader): ValueReader {
	if (isExpression(typed)) return readerAt(typed, path);
	if (!isComposite(typed) || !holdsExpression(typed)) return () => typed;
	if (Array.isArray(typed)) {
		const readers = typed.map((part, index) => treeReader(part, `${path}[${index}]`, readerAt));
		return (item) => readers.map((read) => read(item));
	}
	const readers = Object.entries(typed).map(([name, part]) => [name, treeReader(part, `${path}.${name}`, readerAt)] as const);
	return (item) => {
		const value: Record<string, unknown> = {};
		for (const [name, read] of readers) value[name] = read(item);
		return value;
	};
}

function isComposite(typed: unknown): typed is object {
	return typeof typed === 'object' && typed !== null;
}

/** Keeps the value of the item that was read last: an item's parameters are read several times in a row. */
export function keepingLast(read: ValueReader): ValueReader {
	let last: { readonly item: number; readonly value: unknown } | undefined;
	return (item) => {
		if (last?.item !== item) last = { item, value: read(item) };
		return last.value;
	};
}
