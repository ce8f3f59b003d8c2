/** How long an ID is remembered: as long as the gateway may not know it yet (docs/protocol.md section 5). */
const REMEMBERED_FOR = 15 * 60_000;

/** How many IDs of an account are remembered at most, some 10 MB of them. */
const MOST = 100_000;

/** When the gateway gave each ID of the last 15 minutes. Older ones, and the oldest when there are too many, are forgotten. */
export class RecentIds {
	/** By account, in the order of their moments. */
	readonly #givenAt = new Map<string, Map<string, number>>();

	/** Remembers IDs of an account (its key) that were given at `now`, milliseconds since 1970. */
	remember(account: string, messageIds: readonly string[], now: number): void {
		const givenAt = this.#givenAt.get(account) ?? new Map<string, number>();
		this.#givenAt.set(account, givenAt);
		for (const id of messageIds) {
			// An ID that is known moves to the end.
			givenAt.delete(id);
			givenAt.set(id, now);
		}
		for (const [id, moment] of givenAt) {
			if (givenAt.size <= MOST && now - moment < REMEMBERED_FOR) break;
			givenAt.delete(id);
		}
	}

	/** How long ago an ID was given, in milliseconds; `undefined` when that is not remembered. */
	ageOf(account: string, messageId: string, now: number): number | undefined {
		const moment = this.#givenAt.get(account)?.get(messageId);
		return moment === undefined ? undefined : now - moment;
	}
}

/** The IDs that were given to this n8n process. */
export const recentIds = new RecentIds();
