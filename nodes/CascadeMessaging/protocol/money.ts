/** Prices have a few decimals; as fractions they would leave traces such as 4.550000000000001. */
const PRECISION = 1e6;

/** An amount of money in whole millionths, which can be added up, and multiplied by a count. */
export function toMillionths(amount: number): number {
	return Math.round(amount * PRECISION);
}

/** The amount of money that so many millionths are. */
export function fromMillionths(millionths: number): number {
	return millionths / PRECISION;
}

/**
 * An amount of money for a message to the user, with two decimals, or more where it has more.
 *
 * @example moneyText(1250.5, 'RUR') // '1,250.50 RUR'
 */
export function moneyText(amount: number, currency: string | null): string {
	const text = amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 6 });
	return currency === null ? text : `${text} ${currency}`;
}
