import { sleep } from 'n8n-workflow';

import type { FailedTries } from './errorMeaning';
import { chancesOf } from './errorMeaning';
import type { Chances } from './transportError';

/** How often and how long requests may be tried. */
export interface Patience {
	/** Further tries for each request. Once a request has used all of them in vain, the next requests get none, until one succeeds. */
	readonly retries: number;
	/** Ends the waiting when the user stops the execution. */
	readonly signal?: AbortSignal | undefined;
	/** When the last try has to begin, milliseconds since 1970. */
	readonly deadline?: number;
}

/** Says whether no request may begin any more: the user has stopped, or it is too late. */
export function isOver({ signal, deadline = Infinity }: Patience): boolean {
	return signal?.aborted === true || Date.now() >= deadline;
}

/** When a request may be tried again. */
export interface RetryRule {
	/** Whether another try does no harm even if an earlier one reached the gateway (docs/protocol.md section 6.4). */
	readonly isRepeatable: boolean;
	/** How long the gateway refuses an equal request after one that reached it, in seconds (section 4). */
	readonly secondsBetweenEqual?: number;
}

/** What came of a request: what the first try that succeeded returned, or why none did. */
export type Tried<T> = SucceededTry<T> | FailedTries;

/** A request of which one try succeeded. */
interface SucceededTry<T> {
	readonly value: T;
	/** Whether a try before it may have reached the gateway. */
	readonly mayHaveArrived: boolean;
	readonly tries: number;
}

const FIRST_PAUSE = 1;
const LONGEST_PAUSE = 30;
const LONGEST_ASKED_FOR = 300;

/** Tries the requests of a run again where that is safe and makes sense, after pauses that grow. */
export class Retrier {
	readonly #patience: Patience;
	#isHopeless = false;

	constructor(patience: Patience) {
		this.#patience = patience;
	}

	/** Makes a request, again where the rule allows it. Returns what came of it; never throws what `attempt` throws. */
	async run<T>(attempt: () => Promise<T>, rule: RetryRule): Promise<Tried<T>> {
		let mayHaveArrived = false;
		for (let tries = 1; ; tries++) {
			try {
				const value = await attempt();
				this.#isHopeless = false;
				return { value, mayHaveArrived, tries };
			} catch (error) {
				const chances = chancesOf(error);
				mayHaveArrived ||= chances.mayHaveArrived;
				const pause = pauseAfter({ ...chances, mayHaveArrived }, tries, rule);
				if (pause === undefined || !(await this.#waits(pause, tries))) return { error, mayHaveArrived, tries };
			}
		}
	}

	/** Waits so many seconds before another try, after `tries` of them; says whether it may begin. */
	async #waits(seconds: number, tries: number): Promise<boolean> {
		const { retries, signal, deadline = Infinity } = this.#patience;
		this.#isHopeless ||= tries > retries;
		if (this.#isHopeless || Date.now() + seconds * 1000 >= deadline) return false;
		if (signal?.aborted !== true) await sleep(seconds * 1000, signal).catch(() => undefined);
		return signal?.aborted !== true;
	}
}

/** How long to wait before another try, in seconds; undefined when there must be none. */
function pauseAfter(
	{ isPassing, retryAfter = 0, mayHaveArrived }: Chances,
	tries: number,
	{ isRepeatable, secondsBetweenEqual = 0 }: RetryRule,
): number | undefined {
	if (!isPassing || retryAfter > LONGEST_ASKED_FOR || (mayHaveArrived && !isRepeatable)) return undefined;
	const jitter = 0.75 + Math.random() / 2;
	const pause = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE) * jitter;
	return Math.max(pause, retryAfter, mayHaveArrived ? secondsBetweenEqual : 0);
}
