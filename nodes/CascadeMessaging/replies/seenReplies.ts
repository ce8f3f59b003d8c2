/** How many replies are remembered, some 2 MB of them. */
const MOST = 10_000;

/** Replies that have come, so that one that is posted again does not start a workflow twice. The oldest are forgotten first. */
export class SeenReplies {
	readonly #seen = new Set<string>();

	/** Notes a reply to a trigger (its key), by its fingerprint. Returns whether it is new. */
	isNew(triggerKey: string, fingerprint: string): boolean {
		const key = `${triggerKey} ${fingerprint}`;
		if (this.#seen.has(key)) return false;
		this.#seen.add(key);
		for (const oldest of this.#seen) {
			if (this.#seen.size <= MOST) break;
			this.#seen.delete(oldest);
		}
		return true;
	}
}

/** The replies that have come to this n8n process. */
export const seenReplies = new SeenReplies();
