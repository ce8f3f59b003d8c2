import { sleep } from 'n8n-workflow';

/** Timers of Node.js that are set to more go off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** When the requests of a run may begin: at certain distances, and none while the gateway wants to be left alone. */
export class Pace {
	readonly #distance: number;
	#freeAt = 0;
	#last: Promise<void> = Promise.resolve();

	/** `distance`: the least time between the beginnings of two requests, in milliseconds. */
	constructor(distance = 0) {
		this.#distance = distance;
	}

	/**
	 * Waits until a request may begin; it should then do so at once. Those who wait get their turns in the order they asked. Once the signal says
	 * that it is over, nobody waits any more, and no turn is used up.
	 */
	async turn(signal?: AbortSignal): Promise<void> {
		this.#last = this.#last.then(async () => await this.#next(signal));
		await this.#last;
	}

	/** Lets no request begin for so many milliseconds; those under way are left alone. */
	hold(milliseconds: number): void {
		if (milliseconds > 0) this.#freeAt = Math.max(this.#freeAt, Date.now() + milliseconds);
	}

	/** While it waits, it may be put off further. */
	async #next(signal?: AbortSignal): Promise<void> {
		for (let rest = this.#rest(); rest > 0 && signal?.aborted !== true; rest = this.#rest()) {
			await sleep(Math.min(rest, LONGEST_TIMER), signal).catch(() => undefined);
		}
		if (signal?.aborted !== true) this.hold(this.#distance);
	}

	#rest(): number {
		return this.#freeAt - Date.now();
	}
}
