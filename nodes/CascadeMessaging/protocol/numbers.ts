import { scalarText } from './scalars';

/** Prices are short; what is longer is no number, and not worth reading. */
const LONGEST = 64;

/** Thousands with blanks of any width or apostrophes between them. */
const GROUPED = /^[+-]?\d{1,3}(?:[\s'\u2019]\d{3})+(?:[.,]\d*)?$/u;

/** The currencies accounts are kept in, before or behind the number. */
const CURRENCY = String.raw`(?:руб(?:\.|л(?:ь|я|ей))?|р\.?|коп\.?|rub\.?|rur\.?|грн\.?|uah|тг\.?|тенге|kzt|byn|usd|eur|[₽₴₸$€])`;
const BEFORE = new RegExp(`^${CURRENCY}\\s?`, 'iu');
const BEHIND = new RegExp(`(?<=[\\d.,])\\s?${CURRENCY}$`, 'iu');

/** Where a number has only commas or only dots, a single one is the decimal mark; where it has both, the last one is. */
const GROUPED_BY_COMMA = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/;
const GROUPED_BY_DOT = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A number that came as a number or as text: with a dot or a comma, blanks or apostrophes between its thousands, an exponent,
 * or a currency beside it. `1,234` alone has a decimal comma. Null when absent or no number (docs/protocol.md section 6.5).
 *
 * @example numberOf('1 234,50 руб.') // 1234.5
 */
export function numberOf(value: unknown): number | null {
	const text = scalarText(value);
	if (text === undefined || text.length > LONGEST) return null;
	if (/^\d+$/.test(text)) return Number(text);
	const bare = text.replace(BEFORE, '').replace(BEHIND, '');
	const plain = withDecimalDot(GROUPED.test(bare) ? bare.replace(/[\s'\u2019]/gu, '') : bare);
	const number = PLAIN.test(plain) ? Number(plain) : NaN;
	return Number.isFinite(number) ? number : null;
}

function withDecimalDot(text: string): string {
	if (GROUPED_BY_COMMA.test(text)) return text.replaceAll(',', '');
	return (GROUPED_BY_DOT.test(text) ? text.replaceAll('.', '') : text).replace(',', '.');
}
