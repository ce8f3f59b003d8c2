/** Says whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar as trimmed text; `undefined` for anything else and for empty text (docs/protocol.md section 6.5). */
export function textOf(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return undefined;
	const text = String(value).trim();
	return text === '' ? undefined : text;
}

/**
 * An ID as text; null where there is none: absent, 0, or something that can be no ID (docs/protocol.md section 2). A JSON number
 * counts only while it is exact; longer ones are text by the time they come here.
 */
export function idOf(value: unknown): string | null {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) return null;
	const text = textOf(value);
	return text !== undefined && isId(text) ? text : null;
}

/**
 * Says whether a text can be an ID the gateway gives, of a message or in a channel: decimal digits, not all of them 0, at most
 * 64. docs/protocol.md shows no others, and whatever else stands in their place (`-1`, `null`, `1.17e+18`, words) names no message.
 */
export function isId(text: string): boolean {
	return /^\d{1,64}$/.test(text) && !/^0+$/.test(text);
}

/**
 * A list as it is; a single value as a list of one, and nothing as an empty list (section 6.5). PHP writes a list with gaps
 * as an object with numbers for names.
 */
export function listOf(value: unknown): unknown[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value;
	const names = isRecord(value) ? Object.keys(value) : [];
	return isRecord(value) && names.length > 0 && names.every((name) => /^\d+$/.test(name)) ? Object.values(value) : [value];
}

/** Says whether a value holds nothing: absent, empty text, or a list of such. */
export function isEmpty(value: unknown): boolean {
	return listOf(value).every((one) => one === '' || one === null);
}

/** What a text says as JSON; `undefined` when it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** A list in groups of at most `size`, in its order. */
export function inGroups<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
