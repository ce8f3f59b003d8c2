import { tzOffset } from '@date-fns/tz';

import { isTimeZone } from './gatewayTime';

/** Where a clock hangs: an IANA time zone, or a fixed offset from UTC in hours (`3`, `5.5`), which knows no summer time. */
export type Zone = string | number;

/** Says whether a value is a zone that can be computed with: a time zone, or −12 to +14 hours in quarters of an hour. */
export function isZone(value: unknown): value is Zone {
	if (typeof value === 'number') return Number.isInteger(value * 4) && value >= -12 && value <= 14;
	return typeof value === 'string' && isTimeZone(value);
}

/**
 * By how many minutes a zone's clock is ahead of UTC, at a minute counted since 1970. The odd seconds of the nineteenth century are left out.
 *
 * @throws {RangeError} for a minute or a zone that is none
 */
export function offsetAt(zone: Zone, minute: number): number {
	const offset = typeof zone === 'number' ? zone * 60 : Math.floor(tzOffset(zone, new Date(minute * 60_000)));
	if (!Number.isFinite(offset + minute)) throw new RangeError('There is no such minute, or no such time zone');
	return offset;
}

/**
 * The first minute after `from`, and not after `to`, at which a zone's clock has another offset than at `from`; `undefined` where it has
 * the same one at both. They are so near each other that no offset comes and goes in between: a day at most.
 */
export function changeBetween(zone: Zone, from: number, to: number): number | undefined {
	const offset = offsetAt(zone, from);
	if (offsetAt(zone, to) === offset) return undefined;
	let [before, after] = [from, to];
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (offsetAt(zone, middle) === offset) before = middle;
		else after = middle;
	}
	return after;
}

/** Clocks are set back by no more, in minutes. */
const LONGEST_STEP_BACK = 180;

/**
 * Says whether a zone's clock shows at another minute what it shows at this one, because it is set back in between: who reads a time
 * without an offset cannot know which of the two is meant.
 */
export function isShownTwice(zone: Zone, minute: number): boolean {
	const back = offsetAt(zone, minute - LONGEST_STEP_BACK) - offsetAt(zone, minute + LONGEST_STEP_BACK);
	const clock = minute + offsetAt(zone, minute);
	return back > 0 && [minute - back, minute + back].some((other) => other + offsetAt(zone, other) === clock);
}
