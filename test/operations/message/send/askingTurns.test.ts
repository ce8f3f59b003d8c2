import { AskingTurns } from '../../../../nodes/CascadeMessaging/operations/message/send/askingTurns';

const MINUTE = 60_000;

/** What is asked about, and when, in seconds, until the wait of so many minutes ends; each message is over when it was asked so often. */
function play(outAt: Readonly<Record<string, number>>, { wait = 60, shortestPause = 0, times = 2 } = {}): [number, string][] {
	const deadline = wait * MINUTE;
	const turns = new AskingTurns(new Map(Object.entries(outAt)), { deadline, shortestPause });
	const asked: [number, string][] = [];
	for (let at = turns.next; at !== undefined; at = at >= deadline ? undefined : turns.next) {
		const ids = turns.dueAt(at);
		asked.push([at / 1000, ids.join()]);
		const all = asked.flatMap(([, names]) => names.split(','));
		turns.asked(at, (id) => all.filter((one) => one === id).length >= times, at);
	}
	return asked;
}

it('asks about messages from when they go out, those of one moment together', () => {
	expect(play({ a: 0, b: 10 * MINUTE, c: 0, d: 10 * MINUTE })).toEqual([
		[2, 'a,c'],
		[5, 'a,c'],
		[602, 'b,d'],
		[605, 'b,d'],
	]);
});

it('asks with growing pauses, of a minute at most, each message by its own', () => {
	expect(play({ a: 0, b: 4_000 }, { times: 4 }).map(([second, ids]) => `${second} ${ids}`)).toEqual([
		...['2 a', '5 a', '6 b', '9 b', '9.5 a', '13.5 b', '16.25 a', '20.25 b'],
	]);
	const pauses = play({ a: 0 }, { times: 20 }).map(([second], index, all) => second - (all[index - 1]?.[0] ?? 0));
	expect(pauses.at(-1)).toBe(60);
});

it('keeps equal questions apart, and asks once more at the deadline', () => {
	expect(play({ a: 0 }, { wait: 3, shortestPause: 61_000, times: 9 })).toEqual([
		[2, 'a'],
		[63, 'a'],
		[124, 'a'],
		[180, 'a'],
	]);
	expect(play({ a: 0, b: 179_000 }, { wait: 3, shortestPause: 61_000, times: 9 }).at(-1)).toEqual([180, 'a,b']);
});

it('never asks about what goes out at the deadline or later', () => {
	expect(play({ a: 3 * MINUTE, b: 90 * MINUTE }, { wait: 3 })).toEqual([]);
	expect(play({ a: 3 * MINUTE - 1, b: 90 * MINUTE }, { wait: 3 })).toEqual([[180, 'a']]);
});
