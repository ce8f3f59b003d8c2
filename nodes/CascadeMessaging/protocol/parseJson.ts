const MOST_EXACT_DIGITS = 15;

/** A number that may be inexact, behind what a number stands behind in JSON; within a text, it is no harm to take something for one. */
const MAY_BE_INEXACT = /(?:^|[:,[\s])-?(?:[\d.]{16}|\d[\d.]*[eE])/;

/** The value of a text as JSON; `undefined` when it is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * The value of a text as JSON; `undefined` when it is not JSON. A number of more than 15 digits becomes text, and so keeps those that
 * JavaScript would lose: an ID or an order number would become another. `isInexact` says, where that is not enough, which numbers become
 * text; it is given each number as it is written.
 *
 * @example parseExactJson('{"order":12345678901234567890}') // { order: '12345678901234567890' }
 */
export function parseExactJson(text: string, isInexact = isBigNumber): unknown {
	const document = parseJson(text);
	return document !== undefined && MAY_BE_INEXACT.test(text) ? parseJson(withNumbersAsText(text, isInexact)) : document;
}

/** Takes valid JSON only. */
function withNumbersAsText(text: string, isInexact: (number: string) => boolean): string {
	let isInString = false;
	return text.replace(/\\.|"|-?\d[\d.eE+-]*/gs, (token) => {
		if (token !== '"') return isInString || !isInexact(token) ? token : `"${token}"`;
		isInString = !isInString;
		return token;
	});
}

/** Says whether a number in JSON has more digits than JavaScript keeps. */
export function isBigNumber(token: string): boolean {
	return token.replace(/^[-0.]+|[-.]|e.*/gi, '').length > MOST_EXACT_DIGITS;
}
