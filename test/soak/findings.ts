/** What must not happen, counted by kind, with the first examples of each. */
export class Findings {
	readonly #kinds = new Map<string, { count: number; examples: string[] }>();

	/** Notes one. @param kind a sentence without names and numbers */
	add(kind: string, example: string): void {
		const known = this.#kinds.get(kind) ?? { count: 0, examples: [] };
		known.count += 1;
		if (known.examples.length < EXAMPLES) known.examples.push(example);
		this.#kinds.set(kind, known);
	}

	/** How many of a kind there are, or of all. */
	count(kind?: string): number {
		return [...this.#kinds].reduce((sum, [name, { count }]) => (kind === undefined || kind === name ? sum + count : sum), 0);
	}

	/** One sentence for each kind. */
	get sentences(): string[] {
		return [...this.#kinds].map(([kind, { count, examples }]) => `${kind} (${count}): ${examples.join('; ')}`);
	}
}

const EXAMPLES = 3;
