const HOUR = 60 * 60_000;

/** How often to warn of a list that is too long, in milliseconds. */
const TELL_EVERY = HOUR;

/** Counts what went from a list that was too long. */
export class Dropped {
	#count = 0;
	#toldAt = -Infinity;

	/** Notes that one more went. */
	note(): void {
		this.#count += 1;
	}

	/** How many went since this was told last, once an hour at most; 0 when there is nothing to tell. `now` is milliseconds since 1970. */
	toTell(now: number): number {
		if (this.#count === 0 || now - this.#toldAt < TELL_EVERY) return 0;
		const count = this.#count;
		this.#count = 0;
		this.#toldAt = now;
		return count;
	}
}
