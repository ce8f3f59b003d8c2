import { clockOffsetOf, compareClock } from '../../../nodes/CascadeMessaging/protocol/account/clock';
import { asked, readTo } from './support/reading';

it('the time is asked for by its type alone', () => {
	expect(asked('clock', {})).toEqual({ type: 'time' });
});

it.each(['2026-12-01T10:30:20', '2026-12-01 10:30', '2026-12-01 10:30:20.123'])('it may be written a little otherwise: %s', (time) => {
	expect(readTo('clock', { time }, {})).toEqual({ time });
});

it.each(['2026-12-01 10:30:20', ' 2026-12-01 10:30:20\n'])('the time is read as it is: %j', (time) => {
	expect(readTo('clock', { time }, {})).toEqual({ time: '2026-12-01 10:30:20' });
});

it.each([
	...['', 'now', '2026-13-01 10:30:20', 1_796_000_000, null, ['x'], '2026-12-01', '10:30:20'],
	...['2026-12-01T10:30:20Z', '2026-12-01T10:30:20+03:00', `2026-12-01 10:30:20.${'0'.repeat(10)}`],
])('what is no time is not understood: %j', (time) => {
	expect(readTo('clock', { time }, {})).toMatchObject({
		code: 'notUnderstood',
		message: 'The gateway\'s answer is not what is documented: it lacks a "time".',
	});
});

const NOON = Date.UTC(2026, 11, 1, 12);

describe('the offset of a clock from UTC', () => {
	it.each([
		['2026-12-01 12:00:00', 0],
		['2026-12-01 11:59:59', 0],
		['2026-12-01 15:00:00', 180],
		['2026-12-01 15:02:00', 180],
		['2026-12-01 14:58:00', 180],
		['2026-12-01 17:30:01', 330],
		['2026-12-01 17:45:00', 345],
		['2026-12-01 09:00:00', -180],
		['2026-12-01 00:00:00', -720],
		['2026-12-02 02:00:00', 840],
		['2026-12-01T15:00:00', 180],
	])('at noon of UTC it shows %s: %d minutes', (time, minutes) => {
		expect(clockOffsetOf(time, NOON)).toBe(minutes);
	});

	it.each([
		['more than two minutes fast', '2026-12-01 15:02:01'],
		['more than two minutes slow', '2026-12-01 14:57:59'],
		['between two zones', '2026-12-01 15:07:30'],
		['further east than any', '2026-12-02 02:15:00'],
		['further west than any', '2026-11-30 23:45:00'],
		['of another year', '2016-11-17 15:34:05'],
		['no time', 'noon'],
	])('is not known of a clock that is %s', (_, time) => {
		expect(clockOffsetOf(time, NOON)).toBeNull();
	});

	it('counts what is left of a second', () => {
		expect(clockOffsetOf('2026-12-01 15:00:00', NOON + 999)).toBe(180);
	});
});

describe('a clock beside a time zone', () => {
	it.each([
		['Europe/Moscow', '2026-12-01 15:00:00'],
		['Europe/Moscow', '2026-12-01 15:02:00'],
		['Europe/Moscow', '2026-12-01 14:58:00'],
		['Asia/Kolkata', '2026-12-01 17:30:30'],
		['Asia/Kathmandu', '2026-12-01 17:45:30'],
		['America/St_Johns', '2026-12-01 08:30:30'],
		['Pacific/Kiritimati', '2026-12-02 02:00:00'],
	])('shows it: %s, %s', (zone, time) => {
		expect(compareClock(time, zone, NOON)).toEqual({ is: 'right' });
	});

	it.each([
		['2026-12-01 17:00:20', 'Asia/Yekaterinburg', 300],
		['2026-12-01 11:59:40', 'UTC', 0],
		['2026-12-01 09:00:00', expect.stringMatching(/^America/) as unknown, -180],
		['2026-12-01 08:30:00', 'America/St_Johns', -210],
		['2026-12-02 00:00:00', 'Asia/Kamchatka', 720],
	])('shows that of another zone: %s', (time, zone, offset) => {
		expect(compareClock(time, 'Europe/Moscow', NOON)).toEqual({ is: 'elsewhere', zone, offset });
	});

	it('names the zone that fits where quarters of an hour count', () => {
		expect(compareClock('2026-12-01 17:30:00', 'Asia/Kathmandu', NOON)).toEqual({
			...{ is: 'elsewhere', offset: 330 },
			zone: expect.stringMatching(/^Asia\/(Calcutta|Kolkata)$/) as unknown,
		});
	});

	it.each([
		['2026-12-01 15:02:01', 2],
		['2026-12-01 15:05:00', 5],
		['2026-12-01 14:55:00', -5],
		['2026-12-01 15:07:29', 7],
	])('may be a little wrong in the right zone: %s', (time, ahead) => {
		expect(compareClock(time, 'Europe/Moscow', NOON)).toEqual({ is: 'near', ahead });
	});

	it.each([
		['2026-12-01 15:07:30', 8],
		['2026-12-01 14:52:30', -7],
		['2026-12-01 15:15:00', 15],
		['2026-12-01 16:09:00', 69],
		['2026-12-04 15:00:00', 3 * 1440],
		['2016-11-17 15:34:05', -5_279_006],
		['2026-11-30 23:45:00', -915],
	])('may show what no zone explains: %s', (time, ahead) => {
		expect(compareClock(time, 'Europe/Moscow', NOON)).toEqual({ is: 'nowhere', ahead });
	});

	it('of a text that is no time nothing explains anything', () => {
		expect(compareClock('noon', 'Europe/Moscow', NOON)).toEqual({ is: 'nowhere', ahead: NaN });
	});

	it.each([
		['set forward', Date.UTC(2026, 2, 29, 1), '01:59:00', '03:01:00'],
		['set back', Date.UTC(2026, 9, 25, 1), '02:59:00', '02:01:00'],
	])('that is two minutes wrong may be %s two minutes early or late', (_, change, before, after) => {
		const day = new Date(change).toISOString().slice(0, 10);
		const at = (time: string, minutes: number): unknown => compareClock(`${day} ${time}`, 'Europe/Berlin', change + minutes * 60_000);

		expect([at(before, -1), at(before, 1), at(after, -1), at(after, 1)]).toEqual(Array(4).fill({ is: 'right' }));
		expect([at(before, 3), at(after, -3)]).toMatchObject([{ is: 'nowhere' }, { is: 'nowhere' }]);
	});
});
