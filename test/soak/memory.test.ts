import type { Sample } from './memory';
import { trendOf } from './memory';

const MINUTE = 60_000;
const MB = 1e6;

/** Three samples a minute over a life of 15 minutes; only the lowest of each counts. */
const samples = (heapAt: (minute: number) => number): Sample[] =>
	Array.from({ length: 45 }, (_, index) => {
		const minute = index / 3;
		return { at: minute * MINUTE, pid: 1, rss: 500 * MB, heap: (heapAt(minute) + (index % 3) * 50) * MB };
	});

const life = { pid: 1, upAt: 0 };
const end = 15 * MINUTE;

it.each([
	['flat', 'flat', () => 200, 0],
	['steep before the fifth minute only', 'flat', (minute: number) => Math.min(minute, 5) * 40, 0],
	['falling', 'flat', (minute: number) => 300 - minute, -0.034],
	['growing', 'growing', (minute: number) => 200 + minute * 2, 0.091],
])('calls a heap that is %s %s', (_, verdict, heapAt, growth) => {
	const trend = trendOf(life, samples(heapAt), end);
	expect(trend.verdict).toBe(verdict);
	expect(trend.growth).toBeCloseTo(growth, 2);
	expect(trend.minutes).toBe(10);
});

it('does not judge a short life', () => {
	expect(
		trendOf(
			{ ...life, killedAt: 4 * MINUTE },
			samples(() => 200),
			end,
		).verdict,
	).toBe('too short to say');
});

it('looks at nothing after the sending, and at no other life', () => {
	const after = { at: end + 1, pid: 1, rss: 0, heap: 900 * MB };
	const other = { at: end - 1, pid: 2, rss: 0, heap: 0 };
	expect(trendOf(life, [...samples(() => 200), after, other], end)).toMatchObject({ verdict: 'flat', growth: 0 });
});
