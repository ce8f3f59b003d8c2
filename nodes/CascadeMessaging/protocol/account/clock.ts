import { readInstant } from '../gatewayTime';
import { likelyZone } from '../likelyZone';
import { isZone, offsetAt } from '../zone';
import { plainQuestion } from './question';
import { lacking, textIn } from './values';

/** The time on the account's clock, `YYYY-MM-DD hh:mm:ss`, of which the answer does not say in what zone it is. */
export interface AccountClock {
	readonly time: string;
}

/** A date alone is no time, and one with an offset is not what a clock shows. */
const ON_A_CLOCK = /[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?$/;

/** What time it is for the account (docs/protocol.md section 8). */
export const clockQuestion = plainQuestion<AccountClock>('time', (fields) => {
	const time = textIn(fields.time);
	if (time === null || !ON_A_CLOCK.test(time) || readInstant(time, 'UTC') === null) throw lacking('a "time"');
	return { time };
});

const MINUTE = 60_000;

/** Time zones differ by full quarters of an hour. */
const STEP = 15;

/** By so many minutes a clock may be wrong, or an answer late. */
const TOLERANCE = 2;

/**
 * By how many minutes the account's clock is ahead of UTC, if it showed `time` at this instant (milliseconds since 1970): a multiple of 15.
 * Null when it is more than two minutes off from any time zone, for then it is not known what it shows.
 *
 * @example clockOffsetOf('2026-12-01 10:30:20', Date.UTC(2026, 11, 1, 7, 30)) // 180
 */
export function clockOffsetOf(time: string, instant: number): number | null {
	const minutes = aheadOfUtc(time, instant);
	// Adding 0 makes 0 of -0.
	const offset = Math.round(minutes / STEP) * STEP + 0;
	return isZone(offset / 60) && Math.abs(minutes - offset) <= TOLERANCE ? offset : null;
}

/** By how many minutes a clock is ahead of UTC that shows `time` at an instant; not a number when that is no time. */
function aheadOfUtc(time: string, instant: number): number {
	return ((readInstant(time, 'UTC') ?? NaN) - instant) / MINUTE;
}

/**
 * What an account's clock says of the zone it is thought to show: it shows it, to two minutes; it shows that of another zone, which is ahead
 * of UTC by `offset` minutes at the moment; or no zone explains it. `ahead` is by how many minutes it is ahead of the zone's clock then: as
 * long as that is no more than half of what zones differ by, the zone may be right all the same.
 */
export type ClockFinding =
	| { readonly is: 'right' }
	| { readonly is: 'elsewhere'; readonly zone: string; readonly offset: number }
	| { readonly is: 'near' | 'nowhere'; readonly ahead: number };

/**
 * Compares an account's clock, which showed `time` at an instant (milliseconds since 1970), with that of a time zone.
 *
 * @example compareClock('2026-12-01 12:30:20', 'Europe/Moscow', Date.UTC(2026, 11, 1, 7, 30)) // { is: 'elsewhere', zone: 'Asia/Yekaterinburg', offset: 300 }
 * @throws {RangeError} for an instant that is none, or a time zone that `isTimeZone` does not accept
 */
export function compareClock(time: string, timeZone: string, instant: number): ClockFinding {
	const minutes = aheadOfUtc(time, instant);
	const aheadAt = (later: number): number => minutes - offsetAt(timeZone, Math.floor(instant / MINUTE) + later);
	// A clock that is a little wrong is set to summer time a little early or late.
	if ([0, -TOLERANCE, TOLERANCE].some((later) => Math.abs(aheadAt(later)) <= TOLERANCE)) return { is: 'right' };
	const offset = clockOffsetOf(time, instant);
	const zone = offset === null ? undefined : likelyZone(offset, instant);
	if (offset !== null && zone !== undefined) return { is: 'elsewhere', zone, offset };
	const ahead = aheadAt(0);
	return { is: Math.abs(ahead) < STEP / 2 ? 'near' : 'nowhere', ahead: Math.round(ahead) };
}
