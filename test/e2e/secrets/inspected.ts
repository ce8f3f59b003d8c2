import { inspect } from 'node:util';

import type { Place } from './search';

const WHOLE = {
	depth: Infinity,
	showHidden: true,
	getters: true,
	maxArrayLength: Infinity,
	maxStringLength: Infinity,
	breakLength: Infinity,
} as const;

/** All that can be read from a value by who holds it: as the console shows it, and as JSON with what errors hide. */
export function inspected(name: string, value: unknown): Place[] {
	return [
		{ name: `${name}, inspected`, content: inspect(value, WHOLE) },
		{ name: `${name}, as JSON`, content: JSON.stringify([laidOpen(value, new Set())]) },
	];
}

/** The value with the hidden properties, symbols, causes and prototypes' getters of its objects as plain ones. */
function laidOpen(value: unknown, above: ReadonlySet<unknown>): unknown {
	if (typeof value === 'symbol' || typeof value === 'function' || typeof value === 'bigint') return String(value);
	if (typeof value !== 'object' || value === null) return value;
	if (above.has(value)) return '(again)';
	const inside = new Set([...above, value]);
	if (Array.isArray(value)) return value.map((one) => laidOpen(one, inside));
	if (value instanceof Map || value instanceof Set) return laidOpen([...value], inside);
	const own = Reflect.ownKeys(value).map((key) => [String(key), laidOpen(readFrom(value, key), inside)]);
	return Object.fromEntries([...own, ['(text)', value instanceof Error ? String(value) : '']]) as object;
}

function readFrom(value: object, key: PropertyKey): unknown {
	try {
		return Reflect.get(value, key);
	} catch {
		return '(cannot be read)';
	}
}
