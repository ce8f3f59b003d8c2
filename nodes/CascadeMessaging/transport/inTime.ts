import { sleep } from 'n8n-workflow';

/**
 * What comes, or what `late` gives when it has not come within so many milliseconds. What comes too late is left to itself.
 *
 * @throws what `coming` throws in time
 */
export async function inTime<T, Late>(coming: Promise<T>, milliseconds: number, late: () => Late): Promise<T | Late> {
	const clock = new AbortController();
	// Put away, the clock goes off unheard: the race is over.
	const timeIsUp = sleep(milliseconds, clock.signal).then(late, late);
	try {
		return await Promise.race([coming, timeIsUp]);
	} finally {
		clock.abort();
	}
}
