import { trimBlanks, withoutInvisible } from './blanks';

/** A phone number as digits without what stood in front: a plus, the prefix of a call abroad (00, 8~10), or nothing. */
export interface WrittenPhone {
	readonly form: 'plus' | 'abroad' | 'digits';
	readonly digits: string;
}

/** The digits of a phone number in any usual way of writing (docs/protocol.md section 6.9); null for what is not written like one. */
export function readWrittenPhone(text: string): WrittenPhone | null {
	// Nothing that long is a number, and some of the patterns below would be slow.
	if (text.length > LONGEST) return null;
	if (SIMPLE.test(text)) return { form: text.startsWith('+') ? 'plus' : 'digits', digits: text.replace(/\D/g, '') };
	const bare = withoutFraction(withoutWrapping(plainCharacters(text)));
	if (bare === null || isOtherThing(bare)) return null;
	const [whole = '', plus, rest = ''] = PHONE.exec(bare) ?? [];
	if (whole === '' || gluesNumbers(rest)) return null;
	const digits = rest.replace(/\D/g, '');
	if (plus !== '') return { form: 'plus', digits };
	const [prefix] = PREFIX.exec(rest) ?? [];
	return prefix === undefined ? { form: 'digits', digits } : { form: 'abroad', digits: digits.slice(prefix.replace(/\D/g, '').length) };
}

const LONGEST = 100;

/** How most numbers are written: these are read as they stand. Behind a plus or an area code in brackets, no dash makes a date. */
const SIMPLE = /^(?:[1-9]\d*|\+\d[\d ()-]*\d|[1-9] ?\(\d+\)[\d -]*\d)$/;

/** What people dial instead of a plus. */
const PREFIX = /^(?:00|8 ?~ ?10)/;

/** Perhaps an opening bracket, perhaps a plus, then digits and what stands between them. */
const PHONE = /^[([]?(\+*)([\d ().[\]/~-]+)$/;

/** The text with plain digits, dashes, blanks and pluses for those of all scripts, and without characters that take no room, such as the rim of a keycap. */
function plainCharacters(text: string): string {
	if (/^[ -~]*$/.test(text)) return text.trim();
	const plain = withoutInvisible(text)
		.replace(/[\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) % 16))
		.replace(/[\p{Pd}\u2212\u2043\u30FC]/gu, '-')
		.replace(/[\uFF0B\uFE62\u207A\u2795]/g, '+')
		.replace(/[\uFF08\uFF3B]/g, '(')
		.replace(/[\uFF09\uFF3D]/g, ')')
		.replace(/[\uFF0E\u00B7\u2024]/g, '.')
		.replace(/[\uFF0F\u2044]/g, '/')
		.replace(/[\u223C\uFF5E\u2053]/g, '~')
		.replace(/\u20E3/g, '')
		.replace(/[\s\u2800]/g, ' ');
	return trimBlanks(plain);
}

/** What stands in front of a number without being a part of it: pictures, words for a phone with a colon or a dot, links to call. */
const IN_FRONT =
	/^[\u260E\u260F\u2706\u{1F4DE}\u{1F4DF}\u{1F4F1}\u{1F4F2} ]*(?:(?:tel|callto|sms|smsto|whatsapp|viber|phone|mob|mobile|тел|телефон|моб)(?:\.:?|:)(?:\/\/)?)?/iu;

/** An apostrophe keeps a spreadsheet from taking a phone for a number; exports put quotes around it, with an equals sign before. */
const QUOTES = `'"\`\u00B4\u02BC\u2032\u2018-\u201F\u00AB\u00BB`;
const LEFT = new RegExp(`^=?[${QUOTES}]+`, 'u');
const RIGHT = new RegExp(`[${QUOTES}]+$`, 'u');

function withoutWrapping(text: string): string {
	const unquoted = text.replace(LEFT, '').replace(RIGHT, '').trim();
	return unquoted
		.replace(IN_FRONT, '')
		.replace(LEFT, '')
		.replace(/ *\+[+ ]*/, '+')
		.trim();
}

/** Drops a spreadsheet's `.0`, which is no digit of a number; null when other digits follow the point of a long number. */
function withoutFraction(text: string): string | null {
	const [, whole = '', fraction = ''] = /^(\+?\d[\d ()-]*)[.,](\d+)$/.exec(text) ?? [];
	if (/^0+$/.test(fraction)) return whole;
	return /^\+?\d{7,}$/.test(whole) ? null : text;
}

const DAY_LAST = /^(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)/;
const DAY_FIRST = /^\d{1,2}([-./])\d{1,2}\1(?:19|20)\d\d(?!\d)/;

/** An IP address, a date or a number below zero: all could have the digits of a phone. */
function isOtherThing(text: string): boolean {
	if (/^-\d/.test(text)) return true;
	const parts = text.split('.');
	const isAddress = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
	return isAddress || DAY_LAST.test(text) || DAY_FIRST.test(text);
}

/** Says whether there is more than one number: a slash may stand only behind an area code, and brackets may not stand at the end. */
function gluesNumbers(rest: string): boolean {
	const parts = rest.split('/').map((part) => part.replace(/\D/g, '').length);
	const last = parts.pop() ?? 0;
	const isList = parts.length > 0 && (last < 6 || parts.some((length) => length === 0 || length > 5));
	return isList || /\d.*[([].*[)\]]$/.test(rest);
}
