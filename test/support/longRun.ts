/**
 * Whether this is the long run, `npm run test:properties`, which CI does too. `npm test` takes hostile texts of a fraction of the
 * length, and of what has many combinations it tries as many as it takes to meet each part.
 */
export const isLongRun = process.env.LONG_RUN === '1';

/** One of so many, beginning with another at each turn; in the long run all. */
export function share<T>(all: readonly T[], oneOf: number, turn: number): T[] {
	return all.filter((_, index) => isLongRun || index % oneOf === turn % oneOf);
}
