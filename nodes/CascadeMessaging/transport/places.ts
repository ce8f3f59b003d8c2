/** Lets so many works be under way at once. The others wait for a place, in the order they asked. */
export class Places {
	#free: number;
	readonly #waiting = new Set<() => void>();

	constructor(count: number) {
		this.#free = count;
	}

	/**
	 * Does a work once there is a place for it. `undefined` when the signal said that it is over before there was one: then nothing was done.
	 *
	 * @throws what `work` throws
	 */
	async take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T | undefined> {
		if (signal?.aborted === true || !(await this.#hasPlace(signal))) return undefined;
		try {
			return await work();
		} finally {
			this.#leave();
		}
	}

	async #hasPlace(signal: AbortSignal | undefined): Promise<boolean> {
		if (this.#free > 0) {
			this.#free--;
			return true;
		}
		return await new Promise((resolve) => {
			const begin = (): void => {
				signal?.removeEventListener('abort', giveUp);
				resolve(true);
			};
			const giveUp = (): void => {
				this.#waiting.delete(begin);
				resolve(false);
			};
			this.#waiting.add(begin);
			signal?.addEventListener('abort', giveUp, { once: true });
		});
	}

	/** Whoever has waited longest takes the place over. */
	#leave(): void {
		const [next] = this.#waiting;
		if (next === undefined) this.#free++;
		else {
			this.#waiting.delete(next);
			next();
		}
	}
}
