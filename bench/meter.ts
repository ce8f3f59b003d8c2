import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { GCProfiler } from 'node:v8';

/** What a piece of work cost. */
export interface Cost {
	milliseconds: number;
	/** The longest stretch in which nothing else of the process could run, in milliseconds. */
	longestStretch: number;
	/** The most the heap held, in bytes over what it held before: what awaits collection too. */
	peakHeap: number;
}

/** How often the event loop is looked at, in milliseconds: a shorter stretch than that is not seen. */
const RESOLUTION = 10;

/** What the heap holds, in bytes, when what nobody needs is gone. */
export function cleanHeap(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}

/** Does a piece of work and says what it cost. The heap is read at each collection, for while the work holds the event loop no timer runs. */
export async function metered<T>(work: () => Promise<T>): Promise<{ value: T; cost: Cost }> {
	const before = cleanHeap();
	const collections = new GCProfiler();
	const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
	await wait(5 * RESOLUTION);
	collections.start();
	loop.enable();
	const started = performance.now();
	const value = await work();
	const milliseconds = performance.now() - started;
	const heapAtEnd = process.memoryUsage().heapUsed;
	await wait(5 * RESOLUTION);
	loop.disable();
	const peaks = collections.stop().statistics.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize);
	const peak = peaks.reduce((most, one) => Math.max(most, one), heapAtEnd);
	return { value, cost: { milliseconds, longestStretch: Math.max(0, loop.max / 1e6 - RESOLUTION), peakHeap: peak - before } };
}
