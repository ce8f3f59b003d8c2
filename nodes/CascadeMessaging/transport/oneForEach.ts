/** One thing for each key, made when it is first asked for. It stays as long as the process lives. */
export class OneForEach<T> {
	readonly #make: () => T;
	readonly #made = new Map<string, T>();

	constructor(make: () => T) {
		this.#make = make;
	}

	/** The thing of a key. */
	of(key: string): T {
		const thing = this.#made.get(key) ?? this.#make();
		this.#made.set(key, thing);
		return thing;
	}
}
