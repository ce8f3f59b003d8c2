import type { Status } from '../../protocol';
import { LearntMoments } from './learntMoments';
import { outcomeColumns } from './messageRow';
import type { MessageTable } from './messageTable';
import type { RowFinder } from './rowGroups';
import { groupsOf, largestFirst } from './rowGroups';

/**
 * How long a poll may spend writing when messages became final, in milliseconds; together with the asking before, that is less than n8n
 * allows a poll.
 */
export const LONGEST_WRITING = 15_000;

/** Final states that do not stand in the table yet: there was no time to write them. */
export class FinalStates {
	readonly #unwritten = new Map<string, Status>();
	readonly #moments: LearntMoments;

	constructor(moments = new LearntMoments()) {
		this.#moments = moments;
	}

	/** Whether all that is known is written. */
	get isEmpty(): boolean {
		return this.#unwritten.size === 0;
	}

	/** Says whether the final state of a message is known and not written. */
	has(messageId: string): boolean {
		return this.#unwritten.has(messageId);
	}

	/** Takes in final states that are to be written. */
	add(statuses: readonly Status[]): void {
		for (const status of statuses) this.#unwritten.set(status.messageId, status);
	}

	/** Forgets what was not written. */
	clear(): void {
		this.#unwritten.clear();
	}

	/**
	 * Writes into the table. A request takes 30 ms however many rows it changes, so rows with equal values are written together; `final`
	 * comes last. What there is no time for is written by the next poll. Returns the IDs of the messages that are written.
	 *
	 * @throws {N8nApiError} with any of the API's codes; nothing counts as written then
	 */
	async write(table: MessageTable, rowIdsOf: RowFinder): Promise<string[]> {
		const written = await this.#writeMoments(table, rowIdsOf);
		const learntAt = this.#moments.next();
		const groups = await groupsOf(written, rowIdsOf, (status) => ({ ...outcomeColumns(status), learntAt }));
		for (const { values, rowIds } of groups) await table.change(rowIds, values);
		const messageIds = written.map(({ messageId }) => messageId);
		for (const messageId of messageIds) this.#unwritten.delete(messageId);
		return messageIds;
	}

	/** Writes when messages became final, the largest groups first. Returns those whose moment is written. */
	async #writeMoments(table: MessageTable, rowIdsOf: RowFinder): Promise<readonly Status[]> {
		const deadline = Date.now() + LONGEST_WRITING;
		const groups = await groupsOf([...this.#unwritten.values()], rowIdsOf, ({ changedAt }) => ({ changedAt }));
		const written: (readonly Status[])[] = [];
		for (const { values, rowIds, messages } of largestFirst(groups)) {
			if (Date.now() > deadline) break;
			await table.change(rowIds, values);
			written.push(messages);
		}
		return written.flat();
	}
}
