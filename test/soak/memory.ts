import { readFile } from 'node:fs/promises';

import type { Life } from './lives';

/** What n8n held at a moment; bytes. */
export interface Sample {
	/** Milliseconds since 1970. */
	at: number;
	pid: number;
	rss: number;
	/** Left on the heap after a full collection; only in every second sample, like the rest. */
	heap?: number;
	external?: number;
	/** Entries of all Maps of our package. */
	entries?: number;
}

/** How the memory of one life went on after its warm-up. */
export interface Trend {
	/** How long the time after the warm-up was, minutes. */
	minutes: number;
	/** The heap's lowest point of each minute, on average, bytes. */
	mean: number;
	/** How much of that it grows in ten minutes, as a fraction. */
	growth: number;
	/** Whether the growth is small, or the time too short to say. */
	verdict: 'flat' | 'growing' | 'too short to say';
}

const MINUTE = 60_000;
const LONGEST_WARM_UP = 5 * MINUTE;

/** Fewer minutes than that say nothing: the heap goes up and down by a few percent. */
const SHORTEST_TREND = 6;

/** More than that in ten minutes is growth. */
export const FLAT = 0.05;

/** Reads the samples of all lives, oldest first. */
export async function readSamples(file: string): Promise<Sample[]> {
	const text = await readFile(file, 'utf8').catch(() => '');
	const whole = text.slice(0, text.lastIndexOf('\n') + 1); // a kill may leave half a line
	return whole.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Sample] : []));
}

/** When a life's warm-up is over: after a third of it, or five minutes. */
export function warmUntil({ upAt, killedAt }: Life, sendingEndedAt: number): number {
	const end = Math.min(killedAt ?? Infinity, sendingEndedAt);
	return upAt + Math.min(LONGEST_WARM_UP, (end - upAt) / 3);
}

/** The trend of one life, from its warm-up until it was killed or the sending ended. */
export function trendOf(life: Life, samples: readonly Sample[], sendingEndedAt: number): Trend {
	const start = warmUntil(life, sendingEndedAt);
	const end = Math.min(life.killedAt ?? Infinity, sendingEndedAt);
	const lows = new Map<number, { at: number; heap: number }>();
	for (const { at, pid, heap } of samples) {
		if (pid !== life.pid || heap === undefined || at < start || at > end) continue;
		const minute = Math.floor((at - start) / MINUTE);
		const low = lows.get(minute);
		if (low === undefined || heap < low.heap) lows.set(minute, { at, heap });
	}
	const points = [...lows.values()].map(({ at, heap }) => ({ x: (at - start) / (10 * MINUTE), y: heap }));
	const { slope, mean } = regression(points);
	const minutes = (end - start) / MINUTE;
	const growth = mean === 0 ? 0 : slope / mean;
	const verdict = points.length < SHORTEST_TREND ? 'too short to say' : growth < FLAT ? 'flat' : 'growing';
	return { minutes, mean, growth, verdict };
}

/** The line through points with the least squares. */
export function regression(points: readonly { x: number; y: number }[]): { slope: number; mean: number } {
	const { length } = points;
	if (length === 0) return { slope: 0, mean: 0 };
	const meanX = points.reduce((sum, { x }) => sum + x, 0) / length;
	const mean = points.reduce((sum, { y }) => sum + y, 0) / length;
	const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
	const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - mean), 0) / spread;
	return { slope: spread === 0 ? 0 : slope, mean };
}
