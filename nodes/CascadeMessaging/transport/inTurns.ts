import { sleep } from 'n8n-workflow';

/** How long n8n may wait for its other work, in milliseconds. */
const LONGEST_TURN = 25;

/**
 * Does a long work in turns, so that n8n stays able to do something else meanwhile: goes through a list in order, and lets others have
 * their turn whenever one has lasted long enough. A list that others change meanwhile is gone through as it then is.
 *
 * @throws what `work` throws
 */
export async function eachInTurns<T>(list: Iterable<T>, work: (value: T) => void): Promise<void> {
	let end = performance.now() + LONGEST_TURN;
	for (const value of list) {
		work(value);
		if (performance.now() < end) continue;
		await sleep(0);
		end = performance.now() + LONGEST_TURN;
	}
}

/**
 * Maps a list in order, in turns.
 *
 * @throws what `map` throws
 */
export async function mapInTurns<T, R>(list: Iterable<T>, map: (value: T, index: number) => R): Promise<R[]> {
	const mapped: R[] = [];
	await eachInTurns(list, (value) => mapped.push(map(value, mapped.length)));
	return mapped;
}
