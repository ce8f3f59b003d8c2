import { Pace } from '../../nodes/CascadeMessaging/transport/pace';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

let start: number;
beforeEach(() => {
	jest.useFakeTimers();
	start = Date.now();
});
afterEach(() => jest.useRealTimers());

const now = (): number => (Date.now() - start) / SECOND;

/** Asks for so many turns at once; tells who had one, and when, in seconds. */
function turnsOf(pace: Pace, count: number, signal?: AbortSignal): [who: number, when: number][] {
	const turns: [number, number][] = [];
	for (let who = 1; who <= count; who++) void pace.turn(signal).then(() => turns.push([who, now()]));
	return turns;
}

it('lets requests begin at equal distances, in the order they asked', async () => {
	const turns = turnsOf(new Pace(2 * SECOND), 3);
	await jest.advanceTimersByTimeAsync(DAY);

	expect(turns).toEqual([
		[1, 0],
		[2, 2],
		[3, 4],
	]);
});

it('saves no turns up that nobody took', async () => {
	const pace = new Pace(2 * SECOND);
	await pace.turn();
	await jest.advanceTimersByTimeAsync(9 * SECOND);
	const turns = turnsOf(pace, 2);
	await jest.advanceTimersByTimeAsync(DAY);

	expect(turns.map(([, when]) => when)).toEqual([9, 11]);
});

it('lets all begin at once where no distance is set', async () => {
	const turns = turnsOf(new Pace(), 2);
	await jest.advanceTimersByTimeAsync(0);

	expect(turns).toHaveLength(2);
	expect(now()).toBe(0);
});

it('does not ask the clock, which may be set back, where nothing limits it', async () => {
	const pace = new Pace();
	await pace.turn();
	jest.setSystemTime(start - DAY);
	const turns = turnsOf(pace, 1);
	await jest.advanceTimersByTimeAsync(0);

	expect(turns).toHaveLength(1);
});

it('lets nobody begin while it is held, not those either who wait already', async () => {
	const pace = new Pace(2 * SECOND);
	const turns = turnsOf(pace, 3);
	await jest.advanceTimersByTimeAsync(SECOND);
	pace.hold(30 * SECOND);
	pace.hold(10 * SECOND);
	await jest.advanceTimersByTimeAsync(DAY);

	expect(turns.map(([, when]) => when)).toEqual([0, 31, 33]);
});

it('waits longer than the longest timer of Node.js', async () => {
	const pace = new Pace();
	pace.hold(60 * DAY);
	const turns = turnsOf(pace, 1);
	await jest.advanceTimersByTimeAsync(59 * DAY);
	expect(turns).toEqual([]);
	await jest.advanceTimersByTimeAsync(2 * DAY);
	expect(turns).toEqual([[1, (60 * DAY) / SECOND]]);
});

describe('once the signal says so', () => {
	it('nobody waits any more', async () => {
		const end = new AbortController();
		const turns = turnsOf(new Pace(10 * SECOND), 4, end.signal);
		await jest.advanceTimersByTimeAsync(11 * SECOND);
		end.abort();
		await jest.advanceTimersByTimeAsync(0);

		expect(turns.map(([, when]) => when)).toEqual([0, 10, 11, 11]);
	});

	it('nobody’s turn is taken: those who go on have theirs', async () => {
		const pace = new Pace(10 * SECOND);
		turnsOf(pace, 3, AbortSignal.abort());
		const turns = turnsOf(pace, 1);
		await jest.advanceTimersByTimeAsync(DAY);

		expect(turns).toEqual([[1, 0]]);
	});
});
