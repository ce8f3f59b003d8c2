import { scalarText } from '../../protocol';
import type { Waiting } from '../askDue';
import type { MessageTable } from './messageTable';
import type { Row } from './row';
import { RowGaps } from './rowGaps';
import type { Page } from './table';

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
	#gaps = new RowGaps();

	/** What waits, by message ID. */
	get byId(): ReadonlyMap<string, WaitingRow> {
		return this.#rows;
	}

	/**
	 * Reads the rows that were added since the last time, and those that have turned up between the ones that were added lately.
	 *
	 * @throws {N8nApiError} with any of the API's codes
	 */
	async readNew(table: MessageTable): Promise<void> {
		this.#gaps.settle(new Date(Date.now() - SETTLING).toISOString());
		let page: Page;
		let after = 0;
		do {
			page = await table.inProgressPage(this.#gaps.next(after));
			for (const row of page.rows) this.#read(row);
			after = page.rows.at(-1)?.id ?? after;
		} while (!page.isLast);
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
		this.#gaps = new RowGaps();
	}

	#read(row: Row): void {
		const messageId = scalarText(row.messageId);
		const sentAt = scalarText(row.sentAt);
		this.#gaps.read(row.id, sentAt);
		if (messageId === undefined || sentAt === undefined) return;
		const known = this.rowIdsOf(messageId);
		const sendAt = scalarText(row.sendAt) ?? null;
		this.#rows.set(messageId, { messageId, sentAt, sendAt, rowIds: known.includes(row.id) ? known : [...known, row.id] });
	}
}
