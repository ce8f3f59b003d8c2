import { OneForEach } from '../../transport/oneForEach';
import { FollowTracker } from './followTracker';
import { LearntMoments } from './learntMoments';
import type { MessageTable } from './messageTable';
import type { Tables } from './tables';
import { TableTracker } from './tableTracker';
import { TriggerCursor } from './triggerCursor';

const DAY = 24 * 60 * 60_000;
const CLEAN_EVERY = 60 * 60_000;

/** What this process keeps for an account's tables. */
export class AccountMemory {
	readonly #moments = new LearntMoments();
	readonly tracker = new TableTracker(this.#moments);
	readonly following = new FollowTracker(this.#moments);
	/** By the trigger's key. */
	readonly cursors = new OneForEach(() => new TriggerCursor());
	#cleanedAt = -Infinity;

	/**
	 * Removes rows that are too old, once an hour.
	 *
	 * @throws {N8nApiError} with any of the API's codes
	 */
	async removeOldRows(table: MessageTable, keepForDays: number): Promise<void> {
		if (Date.now() - this.#cleanedAt < CLEAN_EVERY) return;
		const end = new Date(Date.now() - keepForDays * DAY).toISOString();
		await table.removeOutBefore(end);
		this.tracker.startOver(end);
		this.following.forgetOutBefore(end);
		this.#cleanedAt = Date.now();
	}
}

const memories = new OneForEach(() => new AccountMemory());

/** What is kept for an account (its key) and its tables; when it gets other tables, keeping starts anew. */
export function memoryOf(account: string, { messages, cursors }: Tables): AccountMemory {
	return memories.of(`${account} ${messages.id} ${cursors.id}`);
}
