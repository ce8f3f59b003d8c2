import fc from 'fast-check';
import { FixedOffsetZone, IANAZone } from 'luxon';

import type { SendWindow } from '../../nodes/CascadeMessaging/protocol/sendWindow';
import { readSendWindow } from '../../nodes/CascadeMessaging/protocol/sendWindow';
import { nextOpening, windowIn } from '../../nodes/CascadeMessaging/protocol/windowOpening';
import type { Zone } from '../../nodes/CascadeMessaging/protocol/zone';
import { RUNS } from './support/runs';

const DAY = 1440;
const WEEK = 7 * DAY;

/** What a zone's clock shows at a minute since 1970, counted like it. */
type Clock = (minute: number) => number;

/** A zone's clock by another library, which is slow: an hour at whose ends it goes alike it is not asked about again. */
function clockIn(zone: Zone): Clock {
	const other = typeof zone === 'number' ? FixedOffsetZone.instance(zone * 60) : IANAZone.create(zone);
	const hours = new Map<number, number>();
	const atHour = (hour: number): number => {
		const offset = hours.get(hour) ?? other.offset(hour * 3_600_000);
		hours.set(hour, offset);
		return offset;
	};
	return (minute) => {
		const hour = Math.floor(minute / 60);
		return minute + (atHour(hour) === atHour(hour + 1) ? atHour(hour) : other.offset(minute * 60_000));
	};
}

const weekdayOf = (clock: number): number => new Date(clock * 60_000).getUTCDay() || 7;
const minuteOfDay = (clock: number): number => ((clock % DAY) + DAY) % DAY;
const opensAt = ({ from, days }: SendWindow, clock: number): boolean => minuteOfDay(clock) === from && days.has(weekdayOf(clock));

/** Whether a clock shows a time in a window of its day or of the day before. */
function isOpenOn({ from, length, days }: SendWindow, clock: number): boolean {
	const today = days.has(weekdayOf(clock)) && minuteOfDay(clock) >= from && minuteOfDay(clock) < from + length;
	return today || (days.has(weekdayOf(clock - DAY)) && minuteOfDay(clock) + DAY < from + length);
}

/** Whether a clock that jumps from where it was to where it is leaves out a window from end to end, but no whole date. */
function leavesOut(window: SendWindow, was: number, is: number): boolean {
	const leftOut = Array.from({ length: Math.max(0, is - was - 1) }, (_, index) => was + 1 + index);
	return leftOut.length < DAY && leftOut.some((clock) => opensAt(window, clock) && clock + window.length <= is);
}

/** The opening by looking at each minute, from a day before on, as a person with a watch would. */
function searched(window: SendWindow, zone: Zone, start: number): number {
	const clockAt = clockIn(zone);
	let openUntil = -Infinity;
	let was = clockAt(start - DAY);
	for (let minute = start - DAY; ; minute++) {
		const clock = clockAt(minute);
		if (leavesOut(window, was, clock)) openUntil = minute + window.length;
		if (minute >= start && (minute < openUntil || isOpenOn(window, clock))) return minute;
		was = clock;
	}
}

/** Clocks that go by half an hour, two hours or a day, at midnight, a minute past it, or before it; and some that don't. */
const ZONES = [
	...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Antarctica/Troll', 'America/Havana', 'Africa/Cairo', 'America/Nuuk'],
	...['America/St_Johns', 'America/Sao_Paulo', 'Africa/Casablanca', 'Asia/Gaza', 'Pacific/Apia', 'Pacific/Kwajalein', 'Asia/Pyongyang'],
	...['Europe/Moscow', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Chatham', 'Asia/Kamchatka'],
];

const FIRST = Date.UTC(1985, 0, 1) / 60_000;
const LAST = Date.UTC(2035, 0, 1) / 60_000;

/** A minute at which a zone's clock was set, and what it showed then. */
interface Change {
	readonly zone: string;
	readonly minute: number;
	readonly clock: number;
}

/** Those of a zone, but not one that comes within a week of another. */
function changesIn(zone: string): Change[] {
	const clockAt = clockIn(zone);
	const offsetAt = (minute: number): number => clockAt(minute) - minute;
	return Array.from({ length: Math.floor((LAST - FIRST) / WEEK) }, (_, week) => FIRST + week * WEEK).flatMap((begin) => {
		let [before, after] = [begin, begin + WEEK];
		if (offsetAt(before) === offsetAt(after)) return [];
		while (after - before > 1) {
			const middle = Math.floor((before + after) / 2);
			if (offsetAt(middle) === offsetAt(before)) before = middle;
			else after = middle;
		}
		return [{ zone, minute: after, clock: clockAt(after) }];
	});
}

const CHANGES = ZONES.flatMap(changesIn);

const written = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const length = fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: DAY - 1 }));

/** A window from about a minute of the day on. */
const windowFrom = (from: fc.Arbitrary<number>): fc.Arbitrary<SendWindow> =>
	fc.tuple(from, length, days).map(([opens, long, weekdays]) => {
		const begin = minuteOfDay(opens);
		return readSendWindow({ from: written(begin), to: written(minuteOfDay(begin + long)), days: weekdays });
	});

interface Question {
	readonly window: SendWindow;
	readonly zone: Zone;
	readonly minute: number;
}

/** Any window at any time, and windows near what clocks show when they are set, within two days of that. */
const question: fc.Arbitrary<Question> = fc.oneof(
	{
		weight: 1,
		arbitrary: fc.record({
			window: windowFrom(fc.nat(DAY - 1)),
			zone: fc.oneof(
				fc.constantFrom<Zone[]>(...ZONES),
				fc.integer({ min: -48, max: 56 }).map((quarters) => quarters / 4),
			),
			minute: fc.integer({ min: FIRST, max: LAST }),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.constantFrom(...CHANGES).chain(({ zone, minute, clock }) =>
			fc.record({
				window: windowFrom(fc.integer({ min: -130, max: 130 }).map((minutes) => clock + minutes)),
				zone: fc.constant(zone),
				minute: fc.oneof(fc.integer({ min: -2 * DAY, max: DAY }), fc.integer({ min: -90, max: 90 })).map((minutes) => minute + minutes),
			}),
		),
	},
);

it('knows clocks that were set, forward and back', () => {
	expect(CHANGES.length).toBeGreaterThan(1000);
});

it('is what a search minute by minute finds, with another library', () => {
	fc.assert(
		fc.property(question, fc.nat(59_999), ({ window, zone, minute }, within) => {
			const instant = minute * 60_000 + within;
			const found = searched(window, zone, minute);
			expect(nextOpening(window, zone, instant)).toBe(found === minute ? instant : found * 60_000);
		}),
		{ numRuns: Math.max(100, RUNS.numRuns / 5) },
	);
});

it('is not before the instant, is open, and is at a whole minute or at once', () => {
	fc.assert(
		fc.property(question, fc.nat(59_999), ({ window, zone, minute }, within) => {
			const instant = minute * 60_000 + within;
			const opening = nextOpening(window, zone, instant);
			expect(opening).toBeGreaterThanOrEqual(instant);
			expect(nextOpening(window, zone, opening)).toBe(opening);
			expect(opening === instant || opening % 60_000 === 0).toBe(true);
		}),
		RUNS,
	);
});

it('asked for many recipients and moments, a window answers each as if it were the only one', () => {
	const asked = fc.array(fc.record({ zone: fc.constantFrom<Zone[]>(3, 'Europe/Berlin', 'Asia/Gaza', 14), minutes: fc.nat(3 * DAY) }));
	fc.assert(
		fc.property(question, asked, ({ window, minute }, recipients) => {
			const { sendAtOf } = windowIn(window);
			for (const { zone, minutes } of recipients) {
				const [now, sendAt] = [minute * 60_000, (minute + minutes - DAY) * 60_000];
				expect(sendAtOf(zone, now)).toBe(nextOpening(window, zone, now));
				expect(sendAtOf(zone, now, sendAt)).toBe(nextOpening(window, zone, Math.max(now, sendAt)));
			}
		}),
		RUNS,
	);
});
