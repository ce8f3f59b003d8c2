/** Why a phone got nothing the last time it was tried. */
export interface RefusedPhone {
	readonly phone: string;
	readonly text: string;
	/** Gateway time, milliseconds since 1970 (UTC). */
	readonly at: number;
}

const MOST = 1000;

/** The phones that were refused last, for the page: each once, and the newest thousand only. */
export class RefusedPhones {
	readonly #byPhone = new Map<string, RefusedPhone>();

	/** Notes a refusal; it takes the place of an earlier one of that phone. */
	add(refused: RefusedPhone): void {
		this.#byPhone.delete(refused.phone);
		this.#byPhone.set(refused.phone, refused);
		const [oldest] = this.#byPhone.keys();
		if (this.#byPhone.size > MOST && oldest !== undefined) this.#byPhone.delete(oldest);
	}

	/** The last refusal of a phone. */
	of(phone: string): RefusedPhone | undefined {
		return this.#byPhone.get(phone);
	}

	/** All that are kept, newest first. */
	newest(): readonly RefusedPhone[] {
		return [...this.#byPhone.values()].reverse();
	}
}
