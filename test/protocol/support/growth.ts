/** Work of a certain size, made ready: what is timed is the call. */
export type Prepare = (size: number) => () => unknown;

const FACTOR = 8;
/** What time grows by where it is linear is 8; where it is quadratic, 64. Less than this is looked into no further. */
const CLEAR = 3 * FACTOR;
/** More than this is not linear. */
export const LINEAR = 5 * FACTOR;

/** The sizes between which the one to measure at is looked for. */
const SIZES = { start: 500, most: 20_000 };
const ENOUGH_MS = 1;
/** A clock can hardly tell less, and it would not count. */
const LEAST_MS = 1;
const TRIES = 6;

/**
 * By how much the time of some work grows when its size grows eightfold: at the size that takes about 1 ms, or at the most. Both
 * times are taken in one run, so that the machine does not matter. Where something else kept it busy, or memory had to be
 * cleared up, it is tried again with twice the size: what is linear grows less then, what is not grows as before,
 * and it takes two times in a row to say so.
 */
export function growthOf(prepare: Prepare, sizes: Partial<typeof SIZES> = {}): number {
	let size = measurableSize(prepare, { ...SIZES, ...sizes });
	let before = 0;
	let growth = measure(prepare, size);
	for (let tries = 1; tries < TRIES && growth >= CLEAR && Math.min(before, growth) < LINEAR; tries++) {
		before = growth;
		size *= 2;
		growth = measure(prepare, size);
	}
	return growth < CLEAR ? growth : Math.min(before, growth);
}

function measurableSize(prepare: Prepare, { start, most }: typeof SIZES): number {
	let size = start;
	while (size < most && millisecondsOf(prepare(size), 3) < ENOUGH_MS) size = Math.min(2 * size, most);
	return size;
}

function measure(prepare: Prepare, size: number): number {
	const large = prepare(FACTOR * size);
	const once = millisecondsOf(large, 1);
	// Nothing that is over so soon needs a second look.
	if (once <= CLEAR * LEAST_MS) return once / LEAST_MS;
	const small = Math.max(millisecondsOf(prepare(size), 5), LEAST_MS);
	// Further looks could only find less, and less than clear needs none.
	return once < CLEAR * small ? once / small : Math.min(once, millisecondsOf(large, 2)) / small;
}

/** The least of several times of the processor: a clock on the wall would count what else the machine does meanwhile. */
function millisecondsOf(work: () => unknown, times: number): number {
	let least = Infinity;
	for (let time = 0; time < times; time++) {
		const start = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(start);
		least = Math.min(least, (user + system) / 1000);
	}
	return least;
}
