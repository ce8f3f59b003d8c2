/**
 * The gateway's own clock. It starts at a given moment (by default the real one) and runs `speed` times as fast as
 * the real clock; speed 0 stands still and moves only when told to.
 */
export class Clock {
	#factor: number;
	#moment: number;
	#since = performance.now();

	/**
	 * @param factor how many gateway seconds pass in a real one, 0 or more
	 * @param start the first moment, milliseconds since 1970 (UTC)
	 */
	constructor(factor: number, start: number) {
		this.#factor = factor;
		this.#moment = start;
	}

	/** The gateway's present, whole milliseconds since 1970 (UTC). */
	now(): number {
		return Math.floor(this.#moment + (performance.now() - this.#since) * this.#factor);
	}

	/** Gateway seconds per real second. */
	get speed(): number {
		return this.#factor;
	}

	/** Changes the speed from now on; the present stays as it is. */
	setSpeed(factor: number): void {
		this.#settle(0);
		this.#factor = factor;
	}

	/** Jumps forward by so many gateway milliseconds. Time never runs backwards: negative values are ignored. */
	advance(milliseconds: number): void {
		this.#settle(Math.max(0, milliseconds));
	}

	#settle(extra: number): void {
		const real = performance.now();
		this.#moment += (real - this.#since) * this.#factor + extra;
		this.#since = real;
	}
}
