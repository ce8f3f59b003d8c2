import { CascadeError } from './errors';
import { listOf } from './lists';
import { shorten, splitList } from './text';

/** When messages may be sent, on a recipient's clock: from one minute of the day to another, on days that are chosen. */
export interface SendWindow {
	/** The minute of the day at which it opens. */
	readonly from: number;
	/** How many minutes it stays open, 1,440 at most: beyond midnight it is still the window of the day on which it opened. */
	readonly length: number;
	/** The weekdays on which it opens, 1 (Monday) to 7 (Sunday). */
	readonly days: ReadonlySet<number>;
}

/** A window as a person or a workflow gives it. */
export interface WrittenWindow {
	/** Such as `9:00`. */
	readonly from: unknown;
	/** The first minute that is no longer in it; `24:00` is the end of the day. When it is not after `from`, it is on the next day. */
	readonly to: unknown;
	/** A weekday or a list, each a name such as `Monday` or `mon`, or a number from 1 (Monday) to 7 (Sunday); 0 is Sunday too. */
	readonly days: unknown;
}

/** The stable codes of windows that are none. */
export type SendWindowErrorCode = 'windowTimeInvalid' | 'windowNeverOpens' | 'windowDayMissing' | 'windowDayInvalid';

/** A window that is none: its code, the field to correct as the interface names it, and a sentence for the user. */
export class SendWindowError extends CascadeError<SendWindowErrorCode> {
	override readonly name = 'SendWindowError';

	constructor(
		code: SendWindowErrorCode,
		readonly field: 'From' | 'To' | 'Days',
		message: string,
	) {
		super(code, message);
	}
}

/** As clocks show them: what they leave out or show twice counts for nothing. */
export const MINUTES_OF_DAY = 24 * 60;

/**
 * Reads a window.
 *
 * @example readSendWindow({ from: '22:00', to: '6:00', days: ['fri', 'sat'] }) // { from: 1320, length: 480, days: Set { 5, 6 } }
 * @throws {SendWindowError} for times that are none, a window that never opens because both are the same, no day, and days that are none
 */
export function readSendWindow({ from, to, days }: WrittenWindow): SendWindow {
	const opens = readMinute('From', from);
	const closes = readMinute('To', to);
	if (opens === closes) {
		const message = `From and To are both ${clockOf(opens)}, so the send window never opens. For whole days give 00:00 and 24:00.`;
		throw new SendWindowError('windowNeverOpens', 'To', message);
	}
	const length = closes > opens ? closes - opens : closes + MINUTES_OF_DAY - opens;
	return { from: opens, length, days: readDays(days) };
}

const CLOCK = /^(\d{1,2}):([0-5]\d)$/;

function readMinute(field: 'From' | 'To', value: unknown): number {
	const [, hours, minutes] = (typeof value === 'string' ? CLOCK.exec(value.trim()) : null) ?? [];
	const minute = Number(hours) * 60 + Number(minutes);
	if (minute < MINUTES_OF_DAY || (field === 'To' && minute === MINUTES_OF_DAY)) return minute;
	const range = field === 'To' ? 'from 00:00 to 24:00' : 'from 00:00 to 23:59';
	const message = `${field} of the send window must be a time ${range}, such as ${field === 'To' ? '21:00' : '09:00'}, but it is ${quoted(value)}.`;
	throw new SendWindowError('windowTimeInvalid', field, message);
}

function clockOf(minute: number): string {
	return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function readDays(value: unknown): ReadonlySet<number> {
	const days = new Set(
		listOf(value)
			.flatMap((one) => (typeof one === 'string' ? splitList(one) : [one]))
			.map(readDay),
	);
	if (days.size === 0)
		throw new SendWindowError('windowDayMissing', 'Days', 'The send window has no day on which it opens; choose one or more.');
	return days;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function readDay(value: unknown): number {
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
	const day = text.length >= 3 ? WEEKDAYS.findIndex((name) => name.startsWith(text)) + 1 : dayOfNumber(text);
	if (day > 0) return day;
	const message = `Days of the send window must be weekdays, such as Monday or mon, or numbers from 1 (Monday) to 7 (Sunday), but one is ${quoted(value)}.`;
	throw new SendWindowError('windowDayInvalid', 'Days', message);
}

function dayOfNumber(text: string): number {
	if (!/^[0-7]$/.test(text)) return 0;
	return text === '0' ? 7 : Number(text);
}

function quoted(value: unknown): string {
	if (typeof value === 'number') return `the number ${value}`;
	if (value === undefined || value === null) return 'missing';
	if (typeof value !== 'string') return 'no text';
	return value.trim() === '' ? 'empty' : `"${shorten(value, 40)}"`;
}
