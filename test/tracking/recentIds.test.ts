import { RecentIds } from '../../nodes/CascadeMessaging/tracking/recentIds';

const MINUTE = 60_000;

it('knows how long ago an ID was given, for its account alone', () => {
	const ids = new RecentIds();
	ids.remember('one', ['501', '502'], 1_000);
	expect(ids.ageOf('one', '501', 4_000)).toBe(3_000);
	expect(ids.ageOf('one', '502', 1_000)).toBe(0);
	expect(ids.ageOf('two', '501', 4_000)).toBeUndefined();
	expect(ids.ageOf('one', '503', 4_000)).toBeUndefined();
});

it('counts from the last time an ID was given', () => {
	const ids = new RecentIds();
	ids.remember('one', ['501'], 0);
	ids.remember('one', ['501'], 10 * MINUTE);
	ids.remember('one', [], 20 * MINUTE);
	expect(ids.ageOf('one', '501', 20 * MINUTE)).toBe(10 * MINUTE);
});

it('forgets an ID 15 minutes after it was given', () => {
	const ids = new RecentIds();
	ids.remember('one', ['501'], 0);
	ids.remember('one', ['502'], 15 * MINUTE - 1);
	expect(ids.ageOf('one', '501', 0)).toBe(0);
	ids.remember('one', ['503'], 15 * MINUTE);
	expect(ids.ageOf('one', '501', 0)).toBeUndefined();
	expect(ids.ageOf('one', '502', 15 * MINUTE)).toBe(1);
});

it('forgets the first of more than 100,000', () => {
	const ids = new RecentIds();
	ids.remember(
		'one',
		Array.from({ length: 100_000 }, (_, index) => String(index)),
		0,
	);
	expect(ids.ageOf('one', '0', 0)).toBe(0);
	ids.remember('one', ['new'], 0);
	expect(ids.ageOf('one', '0', 0)).toBeUndefined();
	expect(ids.ageOf('one', '1', 0)).toBe(0);
	expect(ids.ageOf('one', 'new', 0)).toBe(0);
});
