import { eachInTurns, mapInTurns } from '../../nodes/CascadeMessaging/transport/inTurns';

const MOMENT = 2;

function work(): void {
	const end = performance.now() + MOMENT;
	while (performance.now() < end);
}

it('maps a list in order', async () => {
	expect(await mapInTurns(['a', 'b', 'c'], (value, index) => `${value}${index}`)).toEqual(['a0', 'b1', 'c2']);
	expect(await mapInTurns([], work)).toEqual([]);
});

it('lets others have their turn in a long work', async () => {
	let turns = 0;
	let goesOn = true;
	const other = (): void => {
		turns++;
		if (goesOn) setTimeout(other);
	};
	setTimeout(other);
	await mapInTurns(Array.from({ length: 100 }), work);
	goesOn = false;

	expect(turns).toBeGreaterThan(2);
});

it('does a short work in one go', async () => {
	let isInterrupted = false;
	setTimeout(() => {
		isInterrupted = true;
	});
	await mapInTurns(['a', 'b'], String);

	expect(isInterrupted).toBe(false);
});

it('ends with what is thrown in it', async () => {
	await expect(
		mapInTurns([1], () => {
			throw new TypeError('x is undefined');
		}),
	).rejects.toThrow('x is undefined');
});

it('goes through a list as others leave it', async () => {
	const list = new Map([...Array(100).keys()].map((key) => [key, 'first']));
	setTimeout(() => {
		list.delete(99);
		list.set(100, 'added');
	});
	const seen: number[] = [];
	await eachInTurns(list.keys(), (key) => {
		work();
		seen.push(key);
	});

	expect([seen.length, ...seen.slice(-2)]).toEqual([100, 98, 100]);
});
