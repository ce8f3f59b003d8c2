import { readInstant } from '../gatewayTime';
import { isZone } from '../zone';
import { plainQuestion } from './question';
import { lacking, textIn } from './values';

/** The time on the account's clock, `YYYY-MM-DD hh:mm:ss`, of which the answer does not say in what zone it is. */
export interface AccountClock {
	readonly time: string;
}

/** What time it is for the account (docs/protocol.md section 8). */
export const clockQuestion = plainQuestion<AccountClock>('time', (fields) => {
	const time = textIn(fields.time);
	if (time === null || readInstant(time, 'UTC') === null) throw lacking('a "time"');
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
	const shown = readInstant(time, 'UTC');
	if (shown === null) return null;
	const minutes = (shown - instant) / MINUTE;
	// Adding 0 makes 0 of -0.
	const offset = Math.round(minutes / STEP) * STEP + 0;
	return isZone(offset / 60) && Math.abs(minutes - offset) <= TOLERANCE ? offset : null;
}
