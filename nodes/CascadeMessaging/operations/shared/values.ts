import { isBlank, isRecord, parseExactJson, trimBlanks } from '../../protocol';
import { unreadable } from './failure';

/** The values of a collection of parameters by their names, such as Options. */
export type Values = Readonly<Record<string, unknown>>;

/** A parameter as a collection; an empty one where it is something else. */
export function toValues(value: unknown): Values {
	return isRecord(value) ? value : {};
}

/**
 * A parameter as text: numbers are written out, `null` and `undefined` become empty text.
 *
 * @throws {ItemError} `valueNotReadable` for objects and lists, which would reach the customer as "[object Object]", and for dates, because
 * the user has to choose how they are written.
 */
export function toText(value: unknown, field: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	const advice = value instanceof Date ? " Write it as text, e.g. with .toFormat('dd.MM.yyyy')." : '';
	throw unreadable('valueNotReadable', field, `${field} must be text, but its expression gives ${inWords(value)}.${advice}`);
}

function inWords(value: unknown): string {
	if (typeof value === 'function') return 'a function; its call lacks "()"';
	if (value instanceof Date) return 'a date';
	return typeof value === 'symbol' ? 'a symbol' : 'a list or an object';
}

/** A date of an expression as ISO text, null where it is no valid one; anything else as it is. */
export function datesAsText(value: unknown): unknown {
	const isDate = typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
	return isDate ? (value.toJSON as () => unknown)() : value;
}

/**
 * A parameter as a name, URL or ID: text without the blanks around it, or `undefined` when there is none.
 *
 * @throws {ItemError} `valueNotReadable` where it is no text.
 */
export function toName(value: unknown, field: string): string | undefined {
	const text = trimBlanks(toText(value, field));
	return text === '' ? undefined : text;
}

/** A parameter as a yes or no; text from expressions counts as `true` when it says so. */
export function toFlag(value: unknown): boolean {
	return value === true || value === 1 || (typeof value === 'string' && /^(true|1|yes)$/i.test(value.trim()));
}

/**
 * A parameter as a number, or `undefined` when it is empty.
 *
 * @throws {ItemError} `valueNotReadable` when it is something else.
 */
export function toNumber(value: unknown, field: string): number | undefined {
	const text = toText(value, field);
	if (isBlank(text)) return undefined;
	const number = Number(text.replace(',', '.'));
	if (Number.isNaN(number)) {
		throw unreadable('valueNotReadable', field, `${field} must be a number, but it is "${text}".`);
	}
	return number;
}

/**
 * A parameter that is an object, given as such or as JSON text; empty when there is none. Numbers of more than 15 digits in JSON text
 * become text and so keep all their digits.
 *
 * @throws {ItemError} `valueNotReadable` when it is no object.
 */
export function toJsonObject(value: unknown, field: string, example: object): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	const parsed: unknown = typeof value === 'string' ? parseExactJson(value) : value;
	if (isRecord(parsed)) return parsed;
	const message = `${field} must be a JSON object such as ${JSON.stringify(example)}.`;
	throw unreadable('valueNotReadable', field, message);
}
