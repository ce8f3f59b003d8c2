import { setTimeout as wait } from 'node:timers/promises';

import { readSamples } from './memory';
import type { Sending } from './sending';
import type { Stage } from './stage';
import { TRIGGERS } from './workflows';

const EVERY = 10_000;

/** Tells every ten seconds how far a run is, until `signal` is aborted. Never rejects. */
export async function tellProgress(
	stage: Stage,
	sendings: readonly Sending[],
	tell: (line: string) => void,
	signal: AbortSignal,
): Promise<void> {
	const start = Date.now();
	while (await wait(EVERY, true, { signal }).catch(() => false)) {
		tell(await lineOf(stage, sendings, Date.now() - start));
	}
}

async function lineOf({ simulator, collector, lives, memoryFile }: Stage, sendings: readonly Sending[], elapsed: number): Promise<string> {
	const emitted = (trigger: string): number =>
		collector.batches.reduce((sum, batch) => sum + (batch.trigger === trigger ? batch.reports.length : 0), 0);
	const samples = await readSamples(memoryFile);
	const heap = samples.findLast((sample) => sample.heap !== undefined);
	const { accepted, states } = simulator.counters;
	const byTrigger = Object.keys(TRIGGERS).map((trigger) => `${grouped(emitted(trigger))} ${trigger}`);
	const parts = [
		`${sendings.length} executions`,
		`${sendings.filter(({ end }) => end === 'underWay').length} under way`,
		`gateway has ${grouped(accepted)}`,
		`${grouped(states.send)} in progress`,
		`emitted ${byTrigger.join(', ')}`,
		`kills ${lives.all.length - 1}`,
		`n8n ${megabytes(samples.at(-1)?.rss ?? 0)}`,
		`heap ${megabytes(heap?.heap ?? 0)}`,
		`ours ${grouped(heap?.entries ?? 0)} entries`,
	];
	return `${clock(elapsed)}  ${parts.join(', ')}`;
}

/** Milliseconds as minutes and seconds: `3:07`. */
export function clock(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Bytes for people: `312 MB`. */
export function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}

/** A count for people: `12,345`. */
export function grouped(count: number): string {
	return count.toLocaleString('en');
}
