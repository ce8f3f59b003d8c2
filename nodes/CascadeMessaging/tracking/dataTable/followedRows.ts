import type { Engagement } from '../../protocol';
import { scalarText, TELLING_CHANNELS } from '../../protocol';
import type { Followed } from '../following';
import { knownIn } from './engagementColumns';
import { rowGoesOutAt } from './messageRow';
import type { MessageTable } from './messageTable';
import type { Row } from './row';

/** A delivered message, and its rows: more than one when it was handed over again. */
export interface FollowedRow extends Followed {
	readonly rowIds: readonly number[];
	/** When the message went out, ISO 8601. */
	readonly outAt: string;
}

/** An account's rows of delivered messages that may be followed, mirrored in memory so that only new rows are read. */
export class FollowedRows {
	readonly #rows = new Map<string, FollowedRow>();
	/** What was learnt after that moment is mirrored. */
	#from = '';
	/** What was learnt up to that moment has been read. */
	#upTo = '';

	/** The messages by their IDs. */
	get byId(): ReadonlyMap<string, FollowedRow> {
		return this.#rows;
	}

	/**
	 * Reads the rows whose delivery was learnt since the last time, or since a moment (ISO 8601) where that is not mirrored yet, and returns
	 * those that were not known.
	 *
	 * @throws {N8nApiError} with any of the API's codes
	 */
	async readNew(table: MessageTable, from: string): Promise<Row[]> {
		if (this.#upTo === '' || from < this.#from) [this.#from, this.#upTo] = [from, from];
		const read: Row[][] = [];
		for (const channel of TELLING_CHANNELS) read.push(await table.deliveredSince(channel, this.#upTo));
		return read.flat().filter((row) => this.#add(row));
	}

	/** Lets `readNew` read once more what it has read, for messages that were forgotten. */
	readAgain(): void {
		this.#upTo = this.#from;
	}

	/** Notes what is known of a message now. */
	learn(messageId: string, engagements: readonly Engagement[]): void {
		const row = this.#rows.get(messageId);
		if (row !== undefined) this.#rows.set(messageId, { ...row, known: [...new Set([...row.known, ...engagements])] });
	}

	/** Forgets a message. */
	forget(messageId: string): void {
		this.#rows.delete(messageId);
	}

	/** Says whether the row is new. */
	#add(row: Row): boolean {
		const [messageId, learntAt] = [scalarText(row.messageId), scalarText(row.learntAt)];
		if (messageId === undefined || learntAt === undefined || Number.isNaN(Date.parse(learntAt))) return false;
		if (learntAt > this.#upTo) this.#upTo = learntAt;
		const before = this.#rows.get(messageId);
		if (before?.rowIds.includes(row.id) === true) return false;
		this.#rows.set(messageId, {
			messageId,
			campaignName: scalarText(row.campaign) ?? null,
			outAt: rowGoesOutAt(row),
			followedSince: before?.followedSince ?? learntAt,
			known: [...new Set([...(before?.known ?? []), ...knownIn(row)])],
			rowIds: [...(before?.rowIds ?? []), row.id],
		});
		return true;
	}
}
