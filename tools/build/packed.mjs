/** ASCII a text may lack; a string holds each of them without a backslash. */
const SIGNS = '~!@#%^&*;<>+=/bfjkmqtwz';

/**
 * A script's expression that gives `value` (JSON): its text with one sign in place of each of these pieces, which may hold signs of those
 * before them. Throws when there are more pieces than signs for them.
 */
export function packed(value, pieces) {
	const whole = JSON.stringify(value);
	const free = [...SIGNS].filter((sign) => !whole.includes(sign));
	if (free.length < pieces.length) throw new Error(`There are only ${free.length} signs for ${pieces.length} pieces`);
	const signed = pieces.map((piece, index) => [free[index], piece]);
	const text = signed.reduce((rest, [sign, piece]) => rest.split(piece).join(sign), whole);
	return `JSON.parse(${JSON.stringify(signed.reverse())}.reduce((text, [sign, piece]) => text.split(sign).join(piece), ${JSON.stringify(text)}))`;
}
