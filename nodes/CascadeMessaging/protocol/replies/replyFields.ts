import { isBlank, trimBlanks } from '../blanks';
import { readInstant } from '../gatewayTime';
import { scalarText } from '../scalars';

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?) ?(?:(Z|GMT|UTC)|([+-]\d{2}:?\d{2}))?$/i;

/**
 * The moment of a reply as ISO 8601 in UTC; null when it is none. It is written in GMT, and not on the gateway's clock like other times
 * (docs/protocol.md section 9), unless it has an offset of its own.
 */
export function momentOf(value: unknown): string | null {
	const [, date, time, , offset] = MOMENT.exec(typeof value === 'string' ? value.trim() : '') ?? [];
	if (date === undefined || time === undefined) return null;
	const instant = readInstant(`${date}T${time}${offset ?? 'Z'}`, 'UTC');
	return instant === null ? null : new Date(instant).toISOString();
}

/** Digits of a phone, which came as a number or as text, with a plus or without; null when it is no international number. */
export function phoneOf(value: unknown): string | null {
	const digits = scalarText(value)?.replace(/^\+/, '') ?? '';
	return /^[1-9]\d{4,14}$/.test(digits) ? digits : null;
}

/** What was written; null when nothing was. PHP may make a number of a text that looks like one. */
export function textOf(value: unknown): string | null {
	const text = typeof value === 'string' ? value : scalarText(value);
	return text === undefined || isBlank(text) ? null : text;
}

/** The sender name; null when there is none. */
export function senderOf(value: unknown): string | null {
	return trimBlanks(scalarText(value) ?? '') || null;
}
