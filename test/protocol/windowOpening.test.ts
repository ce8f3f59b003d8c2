import type { SendWindow } from '../../nodes/CascadeMessaging/protocol/sendWindow';
import { readSendWindow } from '../../nodes/CascadeMessaging/protocol/sendWindow';
import { nextOpening, windowIn } from '../../nodes/CascadeMessaging/protocol/windowOpening';
import type { Zone } from '../../nodes/CascadeMessaging/protocol/zone';

const EVERY_DAY = 'mon,tue,wed,thu,fri,sat,sun';
const WORKDAYS = 'mon,tue,wed,thu,fri';

/** A window written as `09:00-21:00`. */
function window(times: string, days = EVERY_DAY): SendWindow {
	const [from, to] = times.split('-');
	return readSendWindow({ from, to, days });
}

function opening(of: SendWindow, zone: Zone, at: string): string {
	return new Date(nextOpening(of, zone, Date.parse(at))).toISOString();
}

/** What is expected, in UTC as `toISOString` writes it. */
const utc = (at: string): string => new Date(at).toISOString();

describe('a window', () => {
	// 2026-12-04 is a Friday.
	it.each([
		['open, to the millisecond', '2026-12-04T10:30:15.250+03:00', '2026-12-04T10:30:15.250+03:00'],
		['before it opens', '2026-12-04T08:59:59.999+03:00', '2026-12-04T09:00+03:00'],
		['in its first minute', '2026-12-04T09:00:30+03:00', '2026-12-04T09:00:30+03:00'],
		['in its last minute', '2026-12-04T20:59:59.999+03:00', '2026-12-04T20:59:59.999+03:00'],
		['closed', '2026-12-04T21:00+03:00', '2026-12-05T09:00+03:00'],
		['at midnight', '2026-12-05T00:00+03:00', '2026-12-05T09:00+03:00'],
	])('%s', (_, at, expected) => {
		expect(opening(window('09:00-21:00'), 'Europe/Moscow', at)).toBe(utc(expected));
		expect(opening(window('09:00-21:00'), 3, at)).toBe(utc(expected));
	});

	it.each([
		['on Friday before it closes', '2026-12-04T20:00+03:00', '2026-12-04T20:00+03:00'],
		['on Friday after', '2026-12-04T21:30+03:00', '2026-12-07T09:00+03:00'],
		['on Saturday', '2026-12-05T12:00+03:00', '2026-12-07T09:00+03:00'],
		['on Sunday', '2026-12-06T23:59+03:00', '2026-12-07T09:00+03:00'],
	])('of workdays, %s', (_, at, expected) => {
		expect(opening(window('09:00-21:00', WORKDAYS), 'Europe/Moscow', at)).toBe(utc(expected));
	});

	it('of one day opens a week later', () => {
		expect(opening(window('09:00-09:01', 'fri'), 3, '2026-12-04T09:01+03:00')).toBe(utc('2026-12-11T09:00+03:00'));
		expect(opening(window('00:00-24:00', 'fri'), 3, '2026-12-05T00:00+03:00')).toBe(utc('2026-12-11T00:00+03:00'));
	});

	it.each([
		['on Friday evening', '2026-12-04T21:00+03:00', '2026-12-04T22:00+03:00'],
		['on Friday night', '2026-12-04T23:00+03:00', '2026-12-04T23:00+03:00'],
		['on Saturday before six', '2026-12-05T05:59+03:00', '2026-12-05T05:59+03:00'],
		['on Saturday at six', '2026-12-05T06:00+03:00', '2026-12-11T22:00+03:00'],
		['on Friday before six: Thursday has none', '2026-12-04T03:00+03:00', '2026-12-04T22:00+03:00'],
	])('of Friday night is open till Saturday morning: %s', (_, at, expected) => {
		expect(opening(window('22:00-06:00', 'fri'), 'Europe/Moscow', at)).toBe(utc(expected));
	});

	it.each(['22:00-24:00', '22:00-00:00'])('from %s closes at midnight', (times) => {
		expect(opening(window(times, 'fri'), 3, '2026-12-04T23:59+03:00')).toBe(utc('2026-12-04T23:59+03:00'));
		expect(opening(window(times, 'fri'), 3, '2026-12-05T00:00+03:00')).toBe(utc('2026-12-11T22:00+03:00'));
	});

	it.each<[Zone, string]>([
		[-12, '2026-12-05T09:00-12:00'],
		[14, '2026-12-05T09:00+14:00'],
		['Pacific/Kiritimati', '2026-12-05T09:00+14:00'],
		['Pacific/Pago_Pago', '2026-12-05T09:00-11:00'],
		[5.75, '2026-12-05T09:00+05:45'],
		[-3.5, '2026-12-05T09:00-03:30'],
	])('of Saturday opens on the Saturday of the zone: %s', (zone, expected) => {
		expect(opening(window('09:00-10:00', 'sat'), zone, '2026-12-04T12:00Z')).toBe(utc(expected));
	});

	it('is the same long before and after 1970', () => {
		expect(opening(window('09:00-10:00', 'thu'), 0, '1969-12-31T23:00Z')).toBe(utc('1970-01-01T09:00Z'));
		expect(opening(window('09:00-10:00', 'mon'), 0, '1941-06-21T23:00Z')).toBe(utc('1941-06-23T09:00Z'));
		expect(opening(window('09:00-10:00', 'wed'), 0, '2222-12-24T23:00Z')).toBe(utc('2222-12-25T09:00Z'));
	});
});

describe('where clocks are set forward', () => {
	// Berlin's clocks went from 2:00 to 3:00 on Sunday, 2026-03-29, at 1:00 UTC.
	it.each([
		['whose beginning is left out opens when that hour is over', '02:30-05:00', '2026-03-29T00:00Z', '2026-03-29T01:00Z'],
		['that is open goes on', '01:00-05:00', '2026-03-29T00:30Z', '2026-03-29T00:30Z'],
		['that would close then is closed', '01:00-02:30', '2026-03-29T01:00Z', '2026-03-30T23:00Z'],
		['that is left out opens afterwards', '02:15-02:45', '2026-03-29T00:00Z', '2026-03-29T01:00Z'],
		['that is left out is open for as long as it is long', '02:15-02:45', '2026-03-29T01:29:59Z', '2026-03-29T01:29:59Z'],
		['that is left out closes then', '02:15-02:45', '2026-03-29T01:30Z', '2026-03-30T00:15Z'],
		['that is just what is left out', '02:00-03:00', '2026-03-29T00:00Z', '2026-03-29T01:00Z'],
		['that begins just afterwards', '03:00-04:00', '2026-03-29T00:00Z', '2026-03-29T01:00Z'],
	])('a window %s', (_, times, at, expected) => {
		const days = times === '01:00-02:30' ? 'sun,tue' : EVERY_DAY;
		expect(opening(window(times, days), 'Europe/Berlin', at)).toBe(utc(expected));
	});

	it('a window of another day stays closed', () => {
		expect(opening(window('02:15-02:45', 'mon'), 'Europe/Berlin', '2026-03-29T00:00Z')).toBe(utc('2026-03-30T00:15Z'));
	});

	it("a window of the day's last hour opens on the next, where midnight comes an hour early", () => {
		// Nuuk's clocks went from 23:00 to 0:00 on Saturday, 2026-03-28, at 1:00 UTC.
		const lastHour = window('23:15-23:45', 'sat');
		expect(opening(lastHour, 'America/Nuuk', '2026-03-29T00:00Z')).toBe(utc('2026-03-29T01:00Z'));
		expect(opening(lastHour, 'America/Nuuk', '2026-03-29T01:30Z')).toBe(utc('2026-04-05T00:15Z'));
	});

	it('a window from midnight opens at one, where there is no midnight', () => {
		// Cairo's clocks went from 0:00 to 1:00 on Friday, 2026-04-24.
		expect(opening(window('00:00-08:00', 'fri'), 'Africa/Cairo', '2026-04-23T12:00+02:00')).toBe(utc('2026-04-24T01:00+03:00'));
	});

	it('a date that a zone left out as a whole has no window', () => {
		// Samoa went from the end of Thursday, 2011-12-29, to the beginning of Saturday.
		expect(opening(window('09:00-18:00', 'fri'), 'Pacific/Apia', '2011-12-29T12:00-10:00')).toBe(utc('2012-01-06T09:00+14:00'));
		expect(opening(window('09:00-18:00'), 'Pacific/Apia', '2011-12-29T18:00-10:00')).toBe(utc('2011-12-31T09:00+14:00'));
		expect(opening(window('22:00-02:00', 'fri'), 'Pacific/Apia', '2011-12-29T12:00-10:00')).toBe(utc('2011-12-31T00:00+14:00'));
	});
});

describe('where clocks are set back', () => {
	// Berlin's clocks went from 3:00 back to 2:00 on Sunday, 2026-10-25, at 1:00 UTC.
	it.each([
		['opens the first time its beginning is shown', '02:30-05:00', '2026-10-24T22:00Z', '2026-10-25T00:30Z'],
		['is closed again where clocks show what is before it', '02:30-05:00', '2026-10-25T01:10Z', '2026-10-25T01:30Z'],
		['that is open stays open', '01:00-05:00', '2026-10-25T01:10Z', '2026-10-25T01:10Z'],
		['that had closed opens again', '01:00-02:30', '2026-10-25T00:45Z', '2026-10-25T01:00Z'],
		['that had closed is closed at last', '01:00-02:30', '2026-10-25T01:30Z', '2026-10-26T00:00Z'],
	])('a window %s', (_, times, at, expected) => {
		expect(opening(window(times), 'Europe/Berlin', at)).toBe(utc(expected));
	});

	it('over midnight, a minute of Sunday comes before the last hour of Saturday comes again', () => {
		// The clocks of St. John's went from Sunday, 2008-11-02, 0:01 back to Saturday, 23:01.
		const zone = 'America/St_Johns';
		expect(opening(window('00:00-00:30', 'sun'), zone, '2008-11-01T23:00-02:30')).toBe(utc('2008-11-02T00:00-02:30'));
		expect(opening(window('00:00-00:30', 'sun'), zone, '2008-11-02T00:01-02:30')).toBe(utc('2008-11-02T00:00-03:30'));
		expect(opening(window('23:30-23:40', 'sat'), zone, '2008-11-01T23:40-02:30')).toBe(utc('2008-11-01T23:30-03:30'));
	});
});

describe('what is none', () => {
	it.each<[Zone, number]>([
		['Europe/Nowhere', 0],
		[NaN, 0],
		['Europe/Moscow', NaN],
		[3, NaN],
		[3, Infinity],
	])('in %s at %d: a RangeError', (zone, instant) => {
		expect(() => nextOpening(window('09:00-21:00'), zone, instant)).toThrow(RangeError);
		expect(() => windowIn(window('09:00-21:00')).nextOpening(zone, instant)).toThrow(RangeError);
	});
});

describe('windowIn', () => {
	const now = Date.parse('2026-12-04T22:00+03:00');
	const noon = Date.parse('2026-12-06T12:00+03:00');

	it('answers what nextOpening answers, in any order of zones and instants', () => {
		const night = window('22:00-06:00', 'fri,sun');
		const { nextOpening: next } = windowIn(night);
		const hours = Array.from({ length: 24 * 9 }, (_, hour) => now + ((hour * 77) % 216) * 3_600_000 + hour);
		for (const instant of [...hours, ...hours.toReversed()]) {
			for (const zone of [3, 'Asia/Vladivostok', -12, 14]) expect(next(zone, instant)).toBe(nextOpening(night, zone, instant));
		}
	});

	it('sends when the window is next open', () => {
		const { sendAtOf } = windowIn(window('09:00-21:00'));
		expect(sendAtOf(3, now)).toBe(Date.parse('2026-12-05T09:00+03:00'));
		expect(sendAtOf(3, noon)).toBe(noon);
	});

	it.each([
		['in the window', '2026-12-06T12:00:30+03:00', '2026-12-06T12:00:30+03:00'],
		['before the window', '2026-12-06T07:00+03:00', '2026-12-06T09:00+03:00'],
		['after the window', '2026-12-06T21:00+03:00', '2026-12-07T09:00+03:00'],
		['before the opening that is next now', '2026-12-05T01:00+03:00', '2026-12-05T09:00+03:00'],
		['gone by, in an earlier window', '2026-12-04T12:00+03:00', '2026-12-05T09:00+03:00'],
	])('sends in the first window from Send At on: %s', (_, sendAt, expected) => {
		expect(windowIn(window('09:00-21:00')).sendAtOf(3, now, Date.parse(sendAt))).toBe(Date.parse(expected));
	});
});
