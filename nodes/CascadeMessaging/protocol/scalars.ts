/** Text or a number as trimmed text; `undefined` for anything else and for empty text (docs/protocol.md section 6.5). */
export function scalarText(value: unknown): string | undefined {
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return undefined;
	const text = String(value).trim();
	return text === '' ? undefined : text;
}

/**
 * An ID as text; null where there is none: absent, 0, or something that can be no ID (docs/protocol.md section 2). A JSON number
 * counts only while it is exact; longer ones have become text before (`parseExactJson`).
 */
export function idOf(value: unknown): string | null {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) return null;
	const text = scalarText(value);
	return text !== undefined && isGatewayId(text) ? text : null;
}

const LONGEST_ID = 64;

/**
 * Says whether a text can be an ID the gateway gives, of a message or in a channel: decimal digits, not all of them 0, at most
 * 64. docs/protocol.md shows no others, and whatever else stands in their place (`-1`, `null`, `1.17e+18`, words) names no message.
 */
export function isGatewayId(text: string): boolean {
	return text.length <= LONGEST_ID && /^0*[1-9]\d*$/.test(text);
}
