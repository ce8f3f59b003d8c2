import { clockOffsetOf } from '../../../nodes/CascadeMessaging/protocol/account/clock';
import { asked, readTo } from './support/reading';

it('the time is asked for by its type alone', () => {
	expect(asked('clock', {})).toEqual({ type: 'time' });
});

it.each(['2026-12-01 10:30:20', ' 2026-12-01 10:30:20\n'])('the time is read as it is: %j', (time) => {
	expect(readTo('clock', { time }, {})).toEqual({ time: '2026-12-01 10:30:20' });
});

it.each(['', 'now', '2026-13-01 10:30:20', 1_796_000_000, null, ['x']])('what is no time is not understood: %j', (time) => {
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
