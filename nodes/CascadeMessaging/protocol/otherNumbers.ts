/**
 * Says whether digits have the check digits of a number of another kind that is as long as a phone number with its country code and
 * often stands beside one: the code of an article (EAN-13), or the tax number of a person in Russia (INN).
 */
export function isOtherNumber(digits: string): boolean {
	return isEan(digits) || isInn(digits);
}

function isEan(digits: string): boolean {
	return digits.length === 13 && sumOf(digits, EAN) % 10 === 0;
}

const EAN = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];

/** Each of the last two digits is the sum of those before it, weighted. */
function isInn(digits: string): boolean {
	const isRight = (weights: readonly number[]): boolean => (sumOf(digits, weights) % 11) % 10 === Number(digits[weights.length]);
	return digits.length === 12 && isRight(INN.slice(1)) && isRight(INN);
}

const INN = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function sumOf(digits: string, weights: readonly number[]): number {
	return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}
