import { sleep } from 'n8n-workflow';

import { ProtocolError } from '../protocol/errors';
import { TransportError } from './transportError';

/** How often and how long requests may be tried. */
export interface Patience {
	/** Further tries for each request; none once a request has used up its own in vain, until another one succeeds. */
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
	/** Whether another try does no harm even if an earlier one reached the gateway (PROTOCOL.md section 6.4). */
	readonly isRepeatable: boolean;
	/** How long the gateway refuses an equal request after one that reached it, in seconds (section 4). */
	readonly secondsBetweenEqual?: number;
}

const FIRST_PAUSE = 1;
const LONGEST_PAUSE = 30;
const LONGEST_ASKED_FOR = 300;

/** Tries the requests of a run again where that is safe and makes sense, after pauses that grow. */
export class Retrier {
	#isHopeless = false;

	constructor(private readonly patience: Patience) {}

	/**
	 * Returns what the first try that succeeds returns. `attempt` is told whether an earlier try may have reached the gateway.
	 * Throws what the last try threw; when an earlier one may have arrived, the error says so too.
	 */
	async run<T>(attempt: (mayHaveArrived: boolean) => Promise<T>, rule: RetryRule): Promise<T> {
		let mayHaveArrived = false;
		for (let tries = 1; ; tries++) {
			try {
				const value = await attempt(mayHaveArrived);
				this.#isHopeless = false;
				return value;
			} catch (error) {
				const last = readTrouble(error);
				mayHaveArrived ||= last.mayHaveArrived;
				const pause = pauseAfter(last, tries, { ...rule, mayHaveArrived });
				if (pause === undefined || !(await this.waits(pause, tries))) throw asLast(error, tries, mayHaveArrived);
			}
		}
	}

	/** Waits for another try after so many, in seconds; says whether it may begin. */
	private async waits(seconds: number, tries: number): Promise<boolean> {
		const { retries, signal, deadline = Infinity } = this.patience;
		this.#isHopeless ||= tries > retries;
		if (this.#isHopeless || Date.now() + seconds * 1000 >= deadline) return false;
		if (signal?.aborted !== true) await sleep(seconds * 1000, signal).catch(() => undefined);
		return signal?.aborted !== true;
	}
}

/** What can't be read has reached the gateway, and may be readable another time. */
function readTrouble(error: unknown): TransportError['chances'] {
	if (error instanceof TransportError) return error.chances;
	return { mayHaveArrived: true, isPassing: error instanceof ProtocolError };
}

/** How long to wait before another try, in seconds; undefined when there must be none. */
function pauseAfter(
	{ isPassing, retryAfter = 0 }: TransportError['chances'],
	tries: number,
	{ isRepeatable, secondsBetweenEqual = 0, mayHaveArrived }: RetryRule & { mayHaveArrived: boolean },
): number | undefined {
	if (!isPassing || retryAfter > LONGEST_ASKED_FOR || (mayHaveArrived && !isRepeatable)) return undefined;
	const jitter = 0.75 + Math.random() / 2;
	const pause = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE) * jitter;
	return Math.max(pause, retryAfter, mayHaveArrived ? secondsBetweenEqual : 0);
}

function asLast(error: unknown, tries: number, mayHaveArrived: boolean): unknown {
	if (!(error instanceof TransportError) || tries === 1) return error;
	const { code, message, chances } = error;
	return new TransportError(code, `${message} It was tried ${tries} times.`, { ...chances, mayHaveArrived });
}
