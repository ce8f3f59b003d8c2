import type { IPollFunctions } from 'n8n-workflow';

import { OneForEach } from '../transport/oneForEach';
import { isDurable } from './pollBudget';

/** How often to tell of a lasting trouble, in milliseconds: one failed execution an hour is enough. */
const TELL_EVERY = 60 * 60_000;

/** What this process knows of one trigger. Moments are milliseconds since 1970. */
export class TriggerState {
	/** n8n keeps one context for all polls of an activation, but gives each poll of its durable scheduler one of its own. */
	readonly #contexts = new WeakSet<IPollFunctions>();
	#activeSince: number | undefined;
	#toldAt = -Infinity;
	#isPolling = false;

	/** Runs a poll, unless one is under way: then returns undefined. A poll that outlasts the interval is not run twice. */
	async alone<T>(poll: () => Promise<T>): Promise<T | undefined> {
		if (this.#isPolling) return undefined;
		this.#isPolling = true;
		return await poll().finally(() => {
			this.#isPolling = false;
		});
	}

	/** Whether a poll would be the first after an activation or a start: an error thrown by that one could leave the trigger dead. */
	isFirst(context: IPollFunctions): boolean {
		return isDurable(context) ? this.#activeSince === undefined : !this.#contexts.has(context);
	}

	/** Notes a poll. Returns when the first one was. */
	polls(context: IPollFunctions, now: number): number {
		this.#contexts.add(context);
		this.#activeSince ??= now;
		return this.#activeSince;
	}

	/** Whether it is time to tell of a trouble, for the first time or again. */
	isTimeToTell(now: number): boolean {
		return now - this.#toldAt >= TELL_EVERY;
	}

	/** Notes that a trouble was told of. */
	tells(now: number): void {
		this.#toldAt = now;
	}

	/** Notes that there is no trouble any more: the next one is told of at once. */
	recovers(): void {
		this.#toldAt = -Infinity;
	}
}

const states = new OneForEach(() => new TriggerState());

/** The state of a trigger, by its key. */
export function stateOf(triggerKey: string): TriggerState {
	return states.of(triggerKey);
}
