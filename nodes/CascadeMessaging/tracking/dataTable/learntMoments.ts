/** The moments at which a process learns something, each later than the one before, so that a cursor can stand between any two. */
export class LearntMoments {
	#last = 0;

	/** The next moment, ISO 8601 in UTC. */
	next(): string {
		this.#last = Math.max(Date.now(), this.#last + 1);
		return new Date(this.#last).toISOString();
	}
}
