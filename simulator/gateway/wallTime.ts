import { TZDate } from '@date-fns/tz';

const QUARTER = 15 * 60_000;
const offsets = new Map<string, number>();
const SEND_AT = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/;

/**
 * Reads `time_send` (PROTOCOL section 1): `YYYY-MM-DD hh:mm`, wall-clock time of the gateway.
 * @param text the field as sent
 * @param timeZone the gateway's IANA time zone
 * @returns milliseconds since 1970 (UTC), or null when the text has another form or names no real day or minute
 */
export function parseSendAt(text: string, timeZone: string): number | null {
	const match = SEND_AT.exec(text);
	if (!match) return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
	const plain = new Date(Date.UTC(year, month - 1, day, hour, minute));
	if (year < 1970 || plain.toISOString().slice(0, 16) !== text.replace(' ', 'T')) return null;
	return new TZDate(year, month - 1, day, hour, minute, 0, timeZone).getTime();
}

/**
 * Writes a moment as the gateway does in `time_change_state` (PROTOCOL section 5).
 * @param moment milliseconds since 1970 (UTC)
 * @param timeZone the gateway's IANA time zone
 * @returns `YYYY-MM-DD hh:mm:ss`, wall-clock time of the gateway
 */
export function formatWallTime(moment: number, timeZone: string): string {
	return new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
}

/** Offsets only ever change on a quarter of an hour, and asking for one is slow. */
function offsetAt(moment: number, timeZone: string): number {
	const quarter = Math.floor(moment / QUARTER);
	const key = `${timeZone} ${quarter}`;
	const known = offsets.get(key);
	if (known !== undefined) return known;
	const offset = -new TZDate(quarter * QUARTER, timeZone).getTimezoneOffset() * 60_000;
	if (offsets.size > 10_000) offsets.clear();
	offsets.set(key, offset);
	return offset;
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}
