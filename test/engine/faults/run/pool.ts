const MOST_AT_ONCE = 40;
const BREATH = 5;
/** A later start than this means that the process is busy. */
const LATE = 15;

/**
 * Does all tasks, many at once: most of their time is waiting. A task begins when the process has time for it, so that
 * answers are read when they come and not a second later.
 */
export async function doAll<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
	const results: Promise<T>[] = [];
	let running = 0;
	for (const task of tasks) {
		do await breathe();
		while (running >= MOST_AT_ONCE);
		running += 1;
		results.push(
			task().finally(() => {
				running -= 1;
			}),
		);
	}
	return await Promise.all(results);
}

/** Waits until a short pause takes no longer than it should, but not for ever. */
async function breathe(): Promise<void> {
	for (let tries = 0; tries < 8; tries++) {
		const begun = performance.now();
		await new Promise((resolve) => {
			setTimeout(resolve, BREATH);
		});
		if (performance.now() - begun < LATE) return;
	}
}
