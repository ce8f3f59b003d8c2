import { clockWords } from '../../nodes/CascadeMessaging/transport/clockWords';

/** What is said of a clock, half past ten in Moscow and half past seven by UTC, on the first of December. */
const said = (time: string, timeZone = 'Europe/Moscow'): unknown => clockWords({ time }, timeZone, Date.UTC(2026, 11, 1, 7, 30, 20));

it('a clock that shows the zone is said to', () => {
	expect(said('2026-12-01 10:30:20')).toEqual({ words: "The gateway's clock agrees with Europe/Moscow.", isDoubt: false });
});

it.each([
	['2026-12-01 10:35:20', "5 minutes ahead of n8n's"],
	['2026-12-01 10:27:00', "3 minutes behind n8n's"],
])('a clock that is a little wrong casts no doubt on the zone: %s', (time, words) => {
	expect(said(time)).toEqual({ words: `The gateway's clock agrees with Europe/Moscow, but is ${words}.`, isDoubt: false });
});

it('the zone that fits is named, with what to do', () => {
	expect(said('2026-12-01 12:30:20')).toEqual({
		words:
			"But two clocks differ: n8n's says 10:30 in Europe/Moscow, the gateway's 12:30, which fits UTC+5, e.g. Asia/Yekaterinburg. If n8n's clock is right, enter such a zone as Gateway Time Zone, or messages go out at the wrong hour.",
		isDoubt: true,
	});
});

it.each([
	['2026-12-01 07:30:20', /fits UTC\. If/],
	['2026-12-01 13:00:20', /fits UTC\+5:30, e\.g\. Asia\/(Calcutta|Kolkata)\./],
	['2026-12-01 13:15:00', /fits UTC\+5:45, e\.g\. Asia\/Kath?mandu\./],
	['2026-12-01 04:00:00', /fits UTC-3:30, e\.g\. America\/St_Johns\./],
	['2026-12-01 00:30:00', /fits UTC-7, e\.g\. America\/\w+\./],
])('the offset is told too: %s', (time, words) => {
	expect(said(time)).toMatchObject({ words: expect.stringMatching(words) as unknown });
});

it('the day is told where it is another one', () => {
	const words = "n8n's says 2026-12-01 19:30 in Asia/Kamchatka, the gateway's 2026-11-30 20:30, which fits UTC-11, e.g. Pacific/Midway.";

	expect(said('2026-11-30 20:30:20', 'Asia/Kamchatka')).toMatchObject({ words: expect.stringContaining(words) as unknown });
});

it.each([
	['2026-12-01T11:39:20', "the gateway's 11:39. No time zone explains 1 hour 9 minutes, so one of the two is wrong."],
	['2026-12-01 10:45:20', "the gateway's 10:45. No time zone explains 15 minutes,"],
	['2026-12-01 12:34:20', 'No time zone explains 2 hours 4 minutes,'],
	['2026-12-03 10:30:20', "n8n's says 2026-12-01 10:30 in Europe/Moscow, the gateway's 2026-12-03 10:30. No time zone explains 2 days,"],
	['2025-11-30 10:30:20', 'No time zone explains 366 days,'],
	['2026-12-02 10:35:20', 'No time zone explains 1 day,'],
])('what no zone explains is told as that, and none of the clocks is blamed: %s', (time, words) => {
	expect(said(time)).toEqual({
		words: expect.stringMatching(/^But two clocks differ: .* Set the clock of n8n, or ask your operator about the other\.$/) as unknown,
		isDoubt: true,
	});
	expect(said(time)).toMatchObject({ words: expect.stringContaining(words) as unknown });
});
