import type { ChannelName, Engagement } from '../../protocol';
import type { TrackedMessage } from '../trackedMessage';
import { missingIn } from './addColumns';
import type { Cursor } from './cursorTable';
import { ENGAGEMENT_COLUMNS, learntColumn } from './engagementColumns';
import { rowOf } from './messageRow';
import type { Condition, Row } from './row';
import { where } from './row';
import type { Page, Table } from './table';

/**
 * The messages of one account in a data table, which several accounts may share.
 *
 * @throws {N8nApiError} from all its functions, with any of the API's codes
 */
export class MessageTable {
	readonly #table: Table;
	readonly #account: string;
	constructor(table: Table, account: string) {
		this.#table = table;
		this.#account = account;
	}

	/** n8n's name for the table. */
	get id(): string {
		return this.#table.id;
	}

	/** Whether it has the columns for what subscribers did. */
	get tellsEngagement(): boolean {
		return missingIn(this.#table, ENGAGEMENT_COLUMNS).length === 0;
	}

	/** Adds messages that have just been sent. */
	async add(messages: readonly TrackedMessage[]): Promise<void> {
		await this.#table.insert(messages.map((message) => rowOf(this.#account, message)));
	}

	/** The first of the rows without a final state that were added after another, in the order they were added. */
	async inProgressPage(rowId: number): Promise<Page> {
		return await this.#table.selectPage(this.#ours([where('final', 'eq', false)]), rowId);
	}

	/** The rows whose final state a trigger has not reported. */
	async finalSince({ reportedUpTo, timedOutUpTo }: Cursor): Promise<Row[]> {
		return await this.#select(where('final', 'eq', true), where('learntAt', 'gt', reportedUpTo), where('sentAt', 'gt', timedOutUpTo));
	}

	/** The rows without a final state that were sent after one moment and up to another (ISO 8601). */
	async inProgressSent(after: string, upTo: string): Promise<Row[]> {
		return await this.#select(where('final', 'eq', false), where('sentAt', 'gt', after), where('sentAt', 'lte', upTo));
	}

	/** The rows of messages that a channel delivered, if that was learnt after a moment (ISO 8601). */
	async deliveredSince(channel: ChannelName, learntAt: string): Promise<Row[]> {
		return await this.#select(where('final', 'eq', true), where('deliveredBy', 'eq', channel), where('learntAt', 'gt', learntAt));
	}

	/** The rows of messages of which it was learnt after a moment (ISO 8601) that the subscriber did something. */
	async engagedSince(engagement: Engagement, learntAt: string): Promise<Row[]> {
		return await this.#select(where(learntColumn(engagement), 'gt', learntAt));
	}

	/** The row that was added last among those that meet all conditions. */
	async last(...conditions: readonly Condition[]): Promise<Row | undefined> {
		return await this.#table.selectLast(this.#ours(conditions));
	}

	/** Sets the same values in several rows. */
	async change(rowIds: readonly number[], values: object): Promise<void> {
		await this.#table.update(rowIds, values);
	}

	/** Removes the rows of what was sent before a moment (ISO 8601). */
	async removeSentBefore(moment: string): Promise<void> {
		await this.#table.delete(this.#ours([where('sentAt', 'lt', moment)]));
	}

	async #select(...conditions: readonly Condition[]): Promise<Row[]> {
		return await this.#table.select(this.#ours(conditions));
	}

	#ours(conditions: readonly Condition[]): Condition[] {
		return [where('account', 'eq', this.#account), ...conditions];
	}
}
