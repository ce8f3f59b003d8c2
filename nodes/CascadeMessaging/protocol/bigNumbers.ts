import { parseJson } from './guards';

const MOST_EXACT_DIGITS = 15;

/**
 * What a text says as JSON; `undefined` when it is none. A number of more than 15 digits becomes text, and so keeps those that
 * JavaScript would lose: an ID or an order number would become another.
 */
export function parseExactJson(text: string): unknown {
	const document = parseJson(text);
	const mayHoldBigNumbers = document !== undefined && /[\d.]{16}/.test(text);
	return mayHoldBigNumbers ? parseJson(withBigNumbersAsText(text)) : document;
}

/** Takes valid JSON only. */
function withBigNumbersAsText(text: string): string {
	let isInString = false;
	return text.replace(/\\.|"|-?\d[\d.eE+-]*/gs, (token) => {
		if (token === '"') isInString = !isInString;
		return isInString || !isBigNumber(token) ? token : `"${token}"`;
	});
}

function isBigNumber(token: string): boolean {
	const [mantissa = ''] = token.split(/e/i);
	return mantissa.replace(/^[-0.]+|[-.]/g, '').length > MOST_EXACT_DIGITS;
}
