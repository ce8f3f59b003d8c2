import type { ChannelName, Engagement } from '../../protocol';
import type { TrackedMessage } from '../trackedMessage';
import { missingIn } from './addColumns';
import { ENGAGEMENT_COLUMNS, learntColumn } from './engagementColumns';
import { rowGoesOutAt, rowOf, SEND_AT_COLUMNS } from './messageRow';
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

	/** Whether it has the column for when scheduled messages go out. */
	get tellsSendAt(): boolean {
		return missingIn(this.#table, SEND_AT_COLUMNS).length === 0;
	}

	/** Adds messages that have just been sent. A table that does not tell `sendAt` takes them for sent at once. */
	async add(messages: readonly TrackedMessage[]): Promise<void> {
		const { tellsSendAt } = this;
		await this.#table.insert(messages.map((message) => rowOf(this.#account, message, tellsSendAt)));
	}

	/** The first of the rows without a final state that were added after another, in the order they were added. */
	async inProgressPage(rowId: number): Promise<Page> {
		return await this.#table.selectPage(this.#ours([where('final', 'eq', false)]), rowId);
	}

	/** The rows whose final state was learnt after a moment (ISO 8601). */
	async finalSince(learntAt: string): Promise<Row[]> {
		return await this.#select(where('final', 'eq', true), where('learntAt', 'gt', learntAt));
	}

	/** The rows without a final state whose messages went out after one moment and up to another (ISO 8601). */
	async inProgressBetween(after: string, upTo: string): Promise<Row[]> {
		const found = new Map<number, Row>();
		for (const column of this.tellsSendAt ? ['sentAt', 'sendAt'] : ['sentAt']) {
			for (const row of await this.#select(where('final', 'eq', false), where(column, 'gt', after), where(column, 'lte', upTo))) {
				const moment = rowGoesOutAt(row);
				if (moment > after && moment <= upTo) found.set(row.id, row);
			}
		}
		return [...found.values()].sort((one, other) => one.id - other.id);
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

	/** Removes the rows of what went out before a moment (ISO 8601). */
	async removeOutBefore(moment: string): Promise<void> {
		for (const conditions of this.outAt('lt', moment)) await this.#table.delete(this.#ours(conditions));
	}

	/**
	 * What says of a row that its message went out before a moment (ISO 8601), or at it: one of these lists of conditions. Each takes a request
	 * of its own, because a filter of n8n's is either all "and" or all "or", and a comparison with null meets no row.
	 */
	outAt(comparison: 'lt' | 'lte', moment: string): Condition[][] {
		const sent = where('sentAt', comparison, moment);
		return this.tellsSendAt ? [where('sendAt', 'eq', null), where('sendAt', comparison, moment)].map((one) => [sent, one]) : [[sent]];
	}

	async #select(...conditions: readonly Condition[]): Promise<Row[]> {
		return await this.#table.select(this.#ours(conditions));
	}

	#ours(conditions: readonly Condition[]): Condition[] {
		return [where('account', 'eq', this.#account), ...conditions];
	}
}
