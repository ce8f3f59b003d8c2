/** Chance that repeats itself: the same seed gives the same picks. */
interface Chance {
	pick<T>(list: readonly T[]): T;
	shuffled<T>(list: readonly T[]): T[];
}

/** Chance from a seed (the generator is mulberry32). */
export function seededRandom(seed: number): Chance {
	let state = seed;
	const below = (limit: number): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
	};
	return {
		pick<T>(list: readonly T[]): T {
			const picked = list.at(below(list.length));
			if (picked === undefined) throw new Error('There is nothing to pick from.');
			return picked;
		},
		shuffled: (list) =>
			list
				.map((value) => ({ value, place: below(2 ** 32) }))
				.sort((a, b) => a.place - b.place)
				.map(({ value }) => value),
	};
}
