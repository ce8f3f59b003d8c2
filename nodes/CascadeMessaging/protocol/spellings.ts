/**
 * A pattern that finds a text however it is written into another: as it is, or escaped for JSON, XML, HTML or a URL, or for one of
 * them within another; or as base64 in the middle of other base64, when it is too long to be met by chance.
 */
export function spellingsOf(text: string): RegExp {
	// Blanks at its ends get lost easily.
	const middle = text.trim();
	const start = text.length - text.trimStart().length;
	const plain = [spellingOfBlanks(text.slice(0, start)), spelt(middle), spellingOfBlanks(text.slice(start + middle.length))].join('');
	return new RegExp([plain, ...base64Of(text).map(base64Spelling)].join('|'), 'g');
}

const utf8 = new TextEncoder();
const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
const anyCase = (text: string): string => text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const literal = (text: string): string =>
	unitsOf(text)
		.map((unit) => `\\u${hex(unit, 4)}`)
		.join('');
const oneOf = (ways: readonly (string | undefined)[]): string => `(?:${ways.filter((way) => way !== undefined).join('|')})`;

// The signs that make an escape may be escaped in turn, but only a few times, or the pattern would try for long.
const byte = (code: number): string => `%(?:25){0,3}${anyCase(hex(code, 2))}`;
const escapeSign = (character: string): string => oneOf([literal(character), byte(character.charCodeAt(0))]);
const entityOf = (...names: readonly (string | undefined)[]): string =>
	`${escapeSign('&')}(?:(?:amp|${escapeSign('#')}38)${escapeSign(';')}){0,3}${oneOf(names)}${escapeSign(';')}`;
const numbersOf = (code: number): string[] => [`${escapeSign('#')}0{0,6}${code}`, `${escapeSign('#')}[xX]0{0,6}${anyCase(hex(code, 1))}`];
const BACKSLASH = escapeSign('\\');

const NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
const LETTERS: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

function spelt(text: string): string {
	const parts = Array.from(text.matchAll(/\\+|[^\\]/gu), ([part]) => part);
	return parts.map((part, index) => spellingOf(part, parts[index - 1]?.[0] === '\\')).join('');
}

/**
 * Up to as many blanks as there are, in any order: on the way they get lost, or turn into others. An optional part of the pattern for each
 * of them would take quadratic time, for it tries each blank of a text with each blank of the secret.
 */
function spellingOfBlanks(text: string): string {
	const ways = new Set(Array.from(text).flatMap((blank) => waysToWrite(blank, false)));
	return ways.size === 0 ? '' : `${oneOf([...ways])}{0,${text.length}}`;
}

/**
 * The ways to write a character, or a run of backslashes. No two of them fit the same text: a pattern that tries both at each character
 * would take for ever.
 */
function spellingOf(character: string, isBehindBackslash: boolean): string {
	if (/[a-z\d]/i.test(character)) return character;
	if (character.startsWith('\\')) return `${oneOf([BACKSLASH, entityOf(...numbersOf(0x5c))])}{1,${4 + 4 * character.length}}`;
	return oneOf(waysToWrite(character, isBehindBackslash));
}

function waysToWrite(character: string, isBehindBackslash: boolean): (string | undefined)[] {
	// The backslashes of an escape that stands behind other backslashes are counted among those.
	const escape = isBehindBackslash ? '' : `${BACKSLASH}{1,8}`;
	const number = unitsOf(character)
		.map((unit) => `u${anyCase(hex(unit, 4))}`)
		.join(`${BACKSLASH}{1,8}`);
	const mayBeEscapedAsItIs = !isBehindBackslash && /["'/`$]/.test(character);
	const asItIs = unescaped(character);
	return [...(mayBeEscapedAsItIs ? [`${BACKSLASH}{0,8}${oneOf(asItIs)}`] : asItIs), `${escape}${oneOf([number, LETTERS[character]])}`];
}

function unescaped(character: string): (string | undefined)[] {
	const bytes = [...utf8.encode(character)];
	return [
		/\s/.test(character) ? String.raw`\s|${escapeSign('+')}` : literal(character),
		entityOf(...numbersOf(character.codePointAt(0) ?? 0), NAMES[character]),
		bytes.map(byte).join(''),
		// Read as Latin-1 by a server that does not know UTF-8.
		bytes.length > 1 ? literal(String.fromCharCode(...bytes)) : undefined,
	];
}

const LEAST_BYTES = 8;

/** The three ways base64 can write a text, by where in a group of three bytes it begins, without the characters that depend on its neighbours. */
function base64Of(text: string): string[] {
	const bytes = utf8.encode(text);
	if (bytes.length < LEAST_BYTES) return [];
	return [0, 1, 2].map((shift) => {
		const shifted = String.fromCharCode(...new Uint8Array(shift), ...bytes);
		return btoa(shifted).slice(Math.ceil((shift * 8) / 6), Math.floor((shifted.length * 8) / 6));
	});
}

/** Base64 has a second alphabet for URLs. */
function base64Spelling(text: string): string {
	const other: Readonly<Record<string, string>> = { '+': '-', '/': '_' };
	return text.replace(/[+/]/g, (character) => `(?:${spellingOf(character, false)}|${other[character] ?? character})`);
}
