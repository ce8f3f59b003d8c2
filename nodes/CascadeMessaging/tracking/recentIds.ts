/** How long an ID is remembered: as long as the gateway may not know it yet (docs/protocol.md section 5). */
const REMEMBERED_FOR = 15 * 60_000;

/** How many IDs are remembered at most, some 10 MB of them. */
const MOST = 100_000;

/** When the gateway gave each ID of the last 15 minutes. Older ones, and the oldest when there are too many, are forgotten. */
export class RecentIds {
	/** In the order of their moments. */
	readonly #givenAt = new Map<string, number>();

	/** Remembers IDs of an account (its key) that were given at `now`, milliseconds since 1970. */
	remember(account: string, messageIds: readonly string[], now: number): void {
		for (const id of messageIds) {
			const key = keyOf(account, id);
			this.#givenAt.delete(key);
			this.#givenAt.set(key, now);
		}
		for (const [key, moment] of this.#givenAt) {
			if (this.#givenAt.size <= MOST && now - moment < REMEMBERED_FOR) break;
			this.#givenAt.delete(key);
		}
	}

	/** How long ago an ID was given, in milliseconds; `undefined` when that is not remembered. */
	ageOf(account: string, messageId: string, now: number): number | undefined {
		const moment = this.#givenAt.get(keyOf(account, messageId));
		return moment === undefined ? undefined : now - moment;
	}
}

function keyOf(account: string, messageId: string): string {
	return `${account} ${messageId}`;
}

/** The IDs that were given to this n8n process. */
export const recentIds = new RecentIds();
