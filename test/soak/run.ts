import { setTimeout as wait } from 'node:timers/promises';

import type { Verdict } from './judge';
import { judge, outstanding } from './judge';
import type { Sample } from './memory';
import { readSamples } from './memory';
import type { SoakOptions } from './options';
import { killMoments, plannedSendings } from './plan';
import { tellProgress } from './progress';
import type { Sending } from './sending';
import { allEnded, startAll } from './sending';
import type { Shown } from './shown';
import { countShown } from './shown';
import type { Stage } from './stage';

/** A run that came to its end; moments in milliseconds since 1970. */
export interface Run {
	sendings: readonly Sending[];
	verdict: Verdict;
	samples: readonly Sample[];
	shown: Shown;
	startedAt: number;
	/** When the last execution had ended. */
	sendingEndedAt: number;
	/** When everything had been emitted, or the patience was over. */
	drainedAt: number;
	endedAt: number;
}

/** How long the triggers may take for what is left when the sending has ended. */
const DRAIN_PATIENCE = 25 * 60_000;

/** Two more polls: whatever comes twice comes in them. */
const AFTERMATH = 130_000;

/** Sends, kills, waits until everything was emitted, waits two polls more, and judges. */
export async function run(stage: Stage, options: SoakOptions, tell: (line: string) => void, signal: AbortSignal): Promise<Run> {
	const { minutes, rate, kills, seed } = options;
	const sendings: Sending[] = [];
	const over = new AbortController();
	const ended = AbortSignal.any([signal, over.signal]);
	const told = tellProgress(stage, sendings, tell, ended);
	try {
		const startedAt = Date.now();
		await stage.lives.whileUp(
			Promise.all([
				startAll(stage.lives.url, plannedSendings(rate, minutes, seed), sendings, ended),
				stage.lives.killAt(killMoments(kills, minutes, seed), ended),
			]),
		);
		await allEnded(sendings, ended);
		const sendingEndedAt = Date.now();
		tell('All executions have ended. Waiting for the triggers.');
		const drainedAt = await stage.lives.whileUp(drain(stage, sendings, options, ended));
		tell('Everything that can be expected was emitted, or time is up. Waiting for two more polls.');
		await stage.lives.whileUp(wait(AFTERMATH, undefined, { signal: ended }));
		const [shown, samples] = [await countShown(stage.session), await readSamples(stage.memoryFile)];
		const verdict = judge(stage, sendings, options.store);
		return { sendings, verdict, samples, shown, startedAt, sendingEndedAt, drainedAt, endedAt: Date.now() };
	} finally {
		over.abort();
		await told;
	}
}

async function drain(stage: Stage, sendings: readonly Sending[], { store }: SoakOptions, signal: AbortSignal): Promise<number> {
	const deadline = Date.now() + DRAIN_PATIENCE;
	while (Date.now() < deadline && outstanding(judge(stage, sendings, store), stage) > 0) await wait(5000, undefined, { signal });
	return Date.now();
}
