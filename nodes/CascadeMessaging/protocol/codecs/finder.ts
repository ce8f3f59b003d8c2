/** Finds the next place of a pattern. Asked from places that lie ever further on, it looks at no part of the text twice. */
export class Finder {
	readonly #text: string;
	readonly #isRight: (index: number) => boolean;
	readonly #pattern: RegExp;
	#found = -1;

	/** `isRight` says whether a place counts. */
	constructor(text: string, pattern: RegExp, isRight: (index: number) => boolean = () => true) {
		this.#text = text;
		this.#isRight = isRight;
		this.#pattern = new RegExp(pattern);
	}

	/** The first place behind `index`; `Infinity` where there is none. */
	after(index: number): number {
		if (this.#found > index) return this.#found;
		this.#pattern.lastIndex = index + 1;
		for (let match = this.#pattern.exec(this.#text); match !== null; match = this.#pattern.exec(this.#text)) {
			this.#found = match.index;
			if (this.#isRight(match.index)) return match.index;
		}
		this.#found = Infinity;
		return Infinity;
	}
}
