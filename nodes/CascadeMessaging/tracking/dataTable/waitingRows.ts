import { scalarText } from '../../protocol';
import type { Waiting } from '../askDue';
import type { MessageTable } from './messageTable';

/** A message that waits, and its rows: more than one when it was handed over again. */
export interface WaitingRow extends Waiting {
	readonly rowIds: readonly number[];
}

/**
 * How long after its message was sent a row may still turn up, in milliseconds: rows added at the same time need not appear in the order of
 * their IDs.
 */
const SETTLING = 2 * 60_000;

/** An account's rows without a final state, mirrored in memory so that only new rows are read. */
export class WaitingRows {
	readonly #rows = new Map<string, WaitingRow>();
	#settledRowId = 0;

	/** What waits, by message ID. */
	get byId(): ReadonlyMap<string, WaitingRow> {
		return this.#rows;
	}

	/**
	 * Reads the rows that were added since the last time, and again those that were added lately.
	 *
	 * @throws {N8nApiError} with any of the API's codes
	 */
	async readNew(table: MessageTable): Promise<void> {
		const settled = new Date(Date.now() - SETTLING).toISOString();
		let isSettled = true;
		for (const row of await table.inProgressAfter(this.#settledRowId)) {
			const messageId = scalarText(row.messageId);
			const sentAt = scalarText(row.sentAt);
			isSettled &&= sentAt === undefined || sentAt < settled;
			if (isSettled) this.#settledRowId = row.id;
			if (messageId !== undefined && sentAt !== undefined) this.#add(messageId, sentAt, row.id);
		}
	}

	/** The rows of a message. */
	rowIdsOf(messageId: string): readonly number[] {
		return this.#rows.get(messageId)?.rowIds ?? [];
	}

	/** Forgets a message that does not wait any more. */
	forget(messageId: string): void {
		this.#rows.delete(messageId);
	}

	/** Forgets all rows, so that all are read again. */
	clear(): void {
		this.#rows.clear();
		this.#settledRowId = 0;
	}

	#add(messageId: string, sentAt: string, rowId: number): void {
		const rowIds = new Set([...this.rowIdsOf(messageId), rowId]);
		this.#rows.set(messageId, { messageId, sentAt, rowIds: [...rowIds] });
	}
}
