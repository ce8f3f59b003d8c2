const MINUTE = 60_000;

/** Remembers GET requests for a minute of gateway time (PROTOCOL section 4). */
export class RepeatGuard {
	readonly #seen = new Map<string, number>();

	/**
	 * Notes a request, and tells whether the same one was noted less than a minute ago. A refused repeat does not start
	 * the minute anew.
	 * @param request a text that is the same for equal requests
	 * @param now gateway time, milliseconds
	 */
	isRepeat(request: string, now: number): boolean {
		this.#forget(now);
		if (this.#seen.has(request)) return true;
		this.#seen.set(request, now);
		return false;
	}

	/** Forgets everything. */
	clear(): void {
		this.#seen.clear();
	}

	#forget(now: number): void {
		for (const [request, time] of this.#seen) {
			if (now - time < MINUTE) return;
			this.#seen.delete(request);
		}
	}
}
