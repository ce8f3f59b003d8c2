import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';

import { compareClock } from '../../../nodes/CascadeMessaging/protocol/account/clock';
import { RUNS } from '../support/runs';

const ZONES = Intl.supportedValuesOf('timeZone');
const zones = fc.constantFrom(...ZONES);
const SECOND = 1000;
const instants = fc.integer({ min: Date.UTC(2015, 0, 1) / SECOND, max: Date.UTC(2040, 0, 1) / SECOND }).map((second) => second * SECOND);

/** What a clock in a zone shows that is wrong by so many seconds. */
function shownIn(zone: string, instant: number, wrongBy: number): string {
	const iso = new TZDate(instant + wrongBy * SECOND, zone).toISOString();
	return iso.slice(0, 19).replace('T', ' ');
}

/** By how many minutes a zone is ahead of UTC, as the date library says. */
const offsetIn = (zone: string, instant: number): number => -new TZDate(instant, zone).getTimezoneOffset();

/** That a clock which is wrong by so many seconds is taken for right in its own zone. */
function expectRight(zone: string, instant: number, wrongBy: number): void {
	expect([zone, compareClock(shownIn(zone, instant, wrongBy), zone, instant)]).toEqual([zone, { is: 'right' }]);
}

/** That the clock of one zone shows the other to be wrong, wherever the two differ, and a zone with the offset that is shown is told. */
function expectWrong(entered: string, shown: string, instant: number, wrongBy = 0): void {
	const offset = offsetIn(shown, instant + wrongBy * SECOND);
	// For two minutes after a change the former offset still counts, and before it the next one.
	if ([-120, 0, 120].some((seconds) => offsetIn(entered, instant + seconds * SECOND) === offset)) return;
	const found = compareClock(shownIn(shown, instant, wrongBy), entered, instant);
	expect([entered, shown, found]).toEqual([entered, shown, { is: 'elsewhere', offset, zone: expect.any(String) as unknown }]);
	expect('zone' in found && offsetIn(found.zone, instant)).toBe(offset);
}

describe.each([
	['winter', Date.UTC(2026, 11, 1, 12)],
	['summer', Date.UTC(2026, 6, 1, 12)],
])('in %s', (_, instant) => {
	it('no zone of this runtime is called wrong by its own clock, and all are by those of others', () => {
		const others = [...new Map(ZONES.map((zone) => [offsetIn(zone, instant), zone])).values()];
		for (const [index, zone] of ZONES.entries()) {
			expectRight(zone, instant, 0);
			expectWrong(zone, others[index % others.length] ?? '', instant);
		}
	});
});

it('the right zone is never called wrong while the clock is wrong by two minutes at most', () => {
	fc.assert(fc.property(zones, instants, fc.integer({ min: -120, max: 120 }), expectRight), RUNS);
});

it('a zone whose clock shows something else is always called wrong', () => {
	fc.assert(
		fc.property(zones, zones, instants, fc.integer({ min: -115, max: 115 }), (entered, shown, instant, wrongBy) => {
			expectWrong(entered, shown, instant, wrongBy);
		}),
		RUNS,
	);
});

it('a clock that is near no zone’s is never put down to another zone', () => {
	const between = fc.integer({ min: 121, max: 15 * 60 - 121 });
	fc.assert(
		fc.property(zones, instants, between, (zone, instant, wrongBy) => {
			expect(['near', 'nowhere']).toContain(compareClock(shownIn('UTC', instant, wrongBy), zone, instant).is);
		}),
		RUNS,
	);
});
