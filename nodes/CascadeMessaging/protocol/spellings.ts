/**
 * A pattern that finds a text however it is written into another: as it is, or escaped for JSON, XML, HTML or a URL, one of them
 * within the other too; or as base64 in the middle of other base64, when it is long enough not to be met by chance.
 */
export function spellingsOf(text: string): RegExp {
	// Blanks at its ends get lost easily.
	const [, before = '', middle = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
	const plain = [spelt(before, '?'), spelt(middle), spelt(after, '?')].join('');
	return new RegExp([plain, ...base64Of(text).map(base64Spelling)].join('|'), 'g');
}

function spelt(text: string, howOften = ''): string {
	return charactersOf(text).map((character) => `${anySpelling(character)}${howOften}`).join('');
}

const utf8 = new TextEncoder();
const charactersOf = (text: string): string[] => Array.from(text);
const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
const anyCase = (text: string): string => text.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const literal = (text: string): string => unitsOf(text).map((unit) => `\\u${hex(unit, 4)}`).join('');
const oneOf = (ways: readonly string[]): string => `(?:${[...new Set(ways)].join('|')})`;

// The signs of an escape may be escaped in turn. Limits keep the pattern from trying long.
const byte = (code: number): string => String.raw`(?:%|&#37;|&#[xX]25;|\\{1,8}u0025)(?:25){0,3}${anyCase(hex(code, 2))}`;
const sign = (character: string): string => oneOf([literal(character), byte(character.charCodeAt(0))]);
const AMPERSAND = String.raw`(?:${sign('&')}|\\{1,8}u0026)(?:(?:amp|${sign('#')}38)${sign(';')}){0,3}`;
const BACKSLASH = String.raw`(?:\\|${byte(0x5c)}|&#92;|&#[xX]5[cC];)`;

const NAMES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
const LETTERS: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };

function anySpelling(character: string): string {
	if (/[a-z\d]/i.test(character)) return character;
	if (character === '\\') return `(?:${entity(character)}|${BACKSLASH}){1,8}`;
	const bytes = [...utf8.encode(character)];
	const ways = [
		literal(character),
		entity(character),
		bytes.map(byte).join(''),
		// Read as Latin-1 by a server that does not know UTF-8.
		...(bytes.length > 1 ? [literal(String.fromCharCode(...bytes))] : []),
		...(/\s/.test(character) ? [String.raw`\s`, String.raw`\+`] : []),
	];
	const units = unitsOf(character).map((unit) => `${BACKSLASH}{1,8}u${anyCase(hex(unit, 4))}`).join('');
	const letter = LETTERS[character];
	const escaped = letter === undefined ? [units] : [units, `${BACKSLASH}{1,8}${letter}`];
	return `${/["'/`$]/.test(character) ? `${BACKSLASH}{0,8}` : ''}${oneOf([...ways, ...escaped])}`;
}

function entity(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const number = `${sign('#')}(?:0{0,6}${code}|[xX]0{0,6}${anyCase(code.toString(16))})`;
	return `${AMPERSAND}${oneOf([number, ...(NAMES[character] === undefined ? [] : [NAMES[character]])])}${sign(';')}`;
}

const LEAST_BYTES = 8;

/** The three ways base64 can write a text, by where in a group of three bytes it begins; without what depends on its neighbours. */
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
	return text.replace(/[+/]/g, (character) => `(?:${anySpelling(character)}|${other[character] ?? character})`);
}
