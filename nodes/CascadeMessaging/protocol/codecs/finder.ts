/** Finds the next place of a pattern. As long as each search starts further on than the last, no part of the text is looked at twice. */
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
