import { TZDate } from '@date-fns/tz';

/** Says whether a text names a time zone that can be computed with, such as `Europe/Moscow`. */
export function isTimeZone(name: string): boolean {
	// Newer versions of Node take offsets such as +03:00 for zones; offsets know no summer time.
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/**
 * An instant (milliseconds since 1970, UTC) as the gateway wants it: `YYYY-MM-DD hh:mm` on the clock of the gateway's IANA time zone
 * (docs/protocol.md section 6.2).
 *
 * @example toGatewayTime(Date.UTC(2026, 11, 1, 7, 30), 'Europe/Moscow') // '2026-12-01 10:30'
 * @throws {RangeError} for an instant that is none, or a time zone that `isTimeZone` does not accept
 */
export function toGatewayTime(instant: number, timeZone: string): string {
	return new TZDate(instant, timeZone).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * A time on the gateway's clock (`YYYY-MM-DD hh:mm:ss`) as ISO 8601 with the offset of the gateway's IANA time zone; null when the text is
 * no such time (section 6.2).
 *
 * @example fromGatewayTime('2026-12-01 10:31:07', 'Europe/Moscow') // '2026-12-01T10:31:07+03:00'
 * @throws {RangeError} for a time zone that `isTimeZone` does not accept
 */
export function fromGatewayTime(text: string, timeZone: string): string | null {
	const wallClock = readWallClock(text);
	if (wallClock === null) return null;
	const seconds = wallClock[5];
	const [untilMinute, offset] = isoMinuteOf(wallClock, timeZone);
	return `${untilMinute}:${String(seconds).padStart(2, '0')}${offset}`;
}

/** What comes before and after the seconds, by zone and minute: offsets change at full minutes, and states of one minute come by the thousand. */
const knownMinutes = new Map<string, readonly [untilMinute: string, offset: string]>();
const MOST_MINUTES = 10_000;

function isoMinuteOf([year, month, day, hours, minute]: WallClock, timeZone: string): readonly [string, string] {
	const key = `${timeZone} ${year}-${month}-${day} ${hours}:${minute}`;
	const known = knownMinutes.get(key);
	if (known !== undefined) return known;
	const iso = new TZDate(year, month, day, hours, minute, 0, timeZone).toISOString();
	const parts = [iso.slice(0, 16), iso.slice(23)] as const;
	if (knownMinutes.size === MOST_MINUTES) knownMinutes.clear();
	knownMinutes.set(key, parts);
	return parts;
}

/**
 * Reads a date and time as a person or a workflow gives it, to an instant in milliseconds; null when it is none. Without
 * an offset of its own it is read on the clock of `timeZone` (the workflow's).
 */
export function readInstant(text: string, timeZone: string): number | null {
	const wallClock = readWallClock(text);
	const instant = wallClock === null ? readIso(text) : new TZDate(...wallClock, timeZone).getTime();
	return Number.isNaN(instant) ? null : instant;
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

function readIso(text: string): number {
	return ISO.test(text) && readWallClock(text.slice(0, 16)) !== null ? Date.parse(text) : NaN;
}

const WALL_CLOCK = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

type WallClock = [year: number, month: number, day: number, hours: number, minutes: number, seconds: number];

function readWallClock(text: string): WallClock | null {
	const parts = WALL_CLOCK.exec(text.trim())
		?.slice(1)
		.map((part: string | undefined) => Number(part ?? 0));
	if (parts === undefined) return null;
	const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts;
	const date = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds));
	const isReal = date.toISOString().startsWith(`${text.trim().slice(0, 10)}T`) && minutes < 60 && seconds < 60;
	return isReal ? [year, month - 1, day, hours, minutes, seconds] : null;
}
