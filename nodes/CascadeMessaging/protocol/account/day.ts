import { readInstant, toGatewayTime } from '../gatewayTime';

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** A time of the day with an offset of its own: its day is that of the clock it is read by, unless it is midnight, which stands for the day. */
const HAS_OFFSET = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;
const AT_MIDNIGHT = /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The day a text means, `YYYY-MM-DD`; null when it means none. It may be written so, as `DD.MM.YYYY`, or as a date and time, which is read on the
 * clock of `timeZone` (IANA) where it has an offset of its own.
 *
 * @example readDay('17.5.1990', 'Europe/Moscow') // '1990-05-17'
 * @throws {RangeError} for a time zone that `isTimeZone` does not accept
 */
export function readDay(text: string, timeZone: string): string | null {
	const [, day = '', month = '', year = ''] = DOTTED.exec(text) ?? [];
	const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	const instant = readInstant(iso, timeZone);
	if (instant === null) return null;
	const isByClock = HAS_OFFSET.test(iso) && !AT_MIDNIGHT.test(iso);
	return (isByClock ? toGatewayTime(instant, timeZone) : iso).slice(0, 'YYYY-MM-DD'.length);
}
