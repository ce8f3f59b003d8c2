import type { SendWindow } from './sendWindow';
import { MINUTES_OF_DAY } from './sendWindow';
import type { Zone } from './zone';
import { changeBetween, offsetAt } from './zone';

/**
 * When a window is next open in a zone: the instant itself (milliseconds since 1970, UTC) where it is open then, else that of its next
 * opening, a whole minute. The window is open while the zone's clock shows a time in it: clocks set back in the middle of it keep it open
 * longer, or open it twice. Where clocks are set forward over its beginning, it opens with the first time they show then; a window they
 * leave out altogether opens then too, for as long as it would have been open. Only a date that a zone left out as a whole has none.
 *
 * @example nextOpening(readSendWindow({ from: '9:00', to: '21:00', days: 'mon' }), 3, Date.UTC(2026, 10, 29)) // Date.UTC(2026, 10, 30, 6)
 * @throws {RangeError} for an instant that is none, or a zone that `isZone` does not accept
 */
export function nextOpening(window: SendWindow, zone: Zone, instant: number): number {
	const minute = Math.floor(instant / 60_000);
	const clock = minute + offsetAt(zone, minute);
	const isOpen = openOnClock(window, clock) === clock;
	const opening = isOpen ? minute : openingFrom(window, zone, minute);
	return opening === minute ? instant : opening * 60_000;
}

/**
 * As `nextOpening`, in minutes since 1970. Goes from one change of the clock to the next, in steps of a day at most; begins a day early,
 * because a window the clock left out may still be open.
 */
function openingFrom(window: SendWindow, zone: Zone, start: number): number {
	let at = start - MINUTES_OF_DAY;
	for (;;) {
		const offset = offsetAt(zone, at);
		const change = changeBetween(zone, at, at + MINUTES_OF_DAY);
		const end = change ?? at + MINUTES_OF_DAY;
		const opening = openOnClock(window, Math.max(at, start) + offset) - offset;
		if (opening < end) return opening;
		if (change !== undefined) {
			const isMoved = leavesOut(window, end + offset, end + offsetAt(zone, end));
			if (isMoved && end + window.length > start) return Math.max(end, start);
		}
		at = end;
	}
}

/** The first minute from one on at which a window is open, on a clock that is never set, counted since it showed 1970. */
function openOnClock({ from, length, days }: SendWindow, clock: number): number {
	for (let day = Math.floor(clock / MINUTES_OF_DAY) - 1; ; day++) {
		const opens = day * MINUTES_OF_DAY + from;
		if (days.has(weekdayOf(day)) && opens + length > clock) return Math.max(opens, clock);
	}
}

/** Says whether a clock that goes from one minute to another leaves out a whole window, but not the whole day on which it opens. */
function leavesOut({ from, length, days }: SendWindow, left: number, shown: number): boolean {
	const day = Math.ceil((left - from) / MINUTES_OF_DAY);
	const opens = day * MINUTES_OF_DAY + from;
	return opens + length <= shown && shown - left < MINUTES_OF_DAY && days.has(weekdayOf(day));
}

/** 1970 began on a Thursday. */
function weekdayOf(day: number): number {
	return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A window, and what is known of it in each zone. */
export interface OpenIn {
	/** As the function of this name. */
	readonly nextOpening: (zone: Zone, instant: number) => number;
	/** When a message is to be sent that was ready at an instant: when the window is next open, then or at `sendAt` if that is later. */
	readonly sendAtOf: (zone: Zone, instant: number, sendAt?: number) => number;
}

/**
 * A window to be asked for many recipients: what it answered last for a zone holds for all instants until that opening.
 */
export function windowIn(window: SendWindow): OpenIn {
	const known = new Map<Zone, { readonly since: number; readonly opening: number }>();
	const nextIn = (zone: Zone, instant: number): number => {
		const last = known.get(zone);
		if (last !== undefined && last.since <= instant && instant <= last.opening) return last.opening;
		const opening = nextOpening(window, zone, instant);
		known.set(zone, { since: instant, opening });
		return opening;
	};
	return { nextOpening: nextIn, sendAtOf: (zone, instant, sendAt = instant) => nextIn(zone, Math.max(instant, sendAt)) };
}
