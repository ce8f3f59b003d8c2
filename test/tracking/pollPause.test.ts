import { longestPollPause } from '../../nodes/CascadeMessaging/tracking/pollPause';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const pauseFor = (pollTimes: unknown): number =>
	longestPollPause({ getNodeParameter: (name: string) => (name === 'pollTimes' ? pollTimes : undefined) } as never);
const custom = (cronExpression: string) => ({ mode: 'custom', cronExpression });

it.each([
	[{ mode: 'everyMinute' }, MINUTE],
	[{ mode: 'everyHour', minute: 5 }, HOUR],
	[{ mode: 'everyX', unit: 'minutes', value: 45 }, HOUR],
	[{ mode: 'everyX', unit: 'hours', value: 2 }, DAY],
	[{ mode: 'everyDay', hour: 9, minute: 0 }, DAY],
	[{ mode: 'everyWeek', hour: 9, minute: 0, weekday: '1' }, 7 * DAY],
	[{ mode: 'everyMonth', hour: 9, minute: 0, dayOfMonth: 31 }, 62 * DAY],
	[custom('* * * * *'), MINUTE],
	[custom(' */30 * * * * ? '), MINUTE],
	[custom('0 */2 * * *'), DAY],
	[custom('0 9 * * MON'), 7 * DAY],
	[custom('0 9 1 * 1'), 62 * DAY],
	[custom('0 9 1 1 *'), 366 * DAY],
	[{ mode: 'custom' }, MINUTE],
	[null, MINUTE],
])('a trigger that polls %j is silent for %d ms at most', (item, pause) => {
	expect(pauseFor({ item: [item] })).toBe(pause);
});

it('of several poll times the most frequent counts', () => {
	expect(pauseFor({ item: [custom('0 9 1 1 *'), { mode: 'everyHour', minute: 5 }, { mode: 'everyDay', hour: 1, minute: 1 }] })).toBe(HOUR);
});

it.each([undefined, 'often', {}, { item: [] }])('where n8n says %j, it polls every minute', (pollTimes) => {
	expect(pauseFor(pollTimes)).toBe(MINUTE);
});
