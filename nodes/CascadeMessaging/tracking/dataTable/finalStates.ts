import type { Status } from '../../protocol';
import { eachInTurns } from '../../transport/inTurns';
import { outcomeColumns } from './messageRow';
import type { MessageTable } from './messageTable';

/**
 * How long a poll may spend writing when messages became final, in milliseconds; together with the asking before, that is less than n8n
 * allows a poll.
 */
const LONGEST_WRITING = 15_000;

/** Finds the rows of a message. */
type RowFinder = (messageId: string) => readonly number[];

/** Messages whose rows get the same values. */
interface Group {
	readonly values: object;
	readonly rowIds: number[];
	readonly statuses: Status[];
}

/** Final states that do not stand in the table yet: there was no time to write them. */
export class FinalStates {
	readonly #unwritten = new Map<string, Status>();
	#lastMoment = 0;

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
		const learntAt = this.#nextMoment();
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
		for (const { values, rowIds, statuses } of groups.sort((one, other) => other.rowIds.length - one.rowIds.length)) {
			if (Date.now() > deadline) break;
			await table.change(rowIds, values);
			written.push(statuses);
		}
		return written.flat();
	}

	/** A moment later than any before it, so that a cursor can stand between two writes. */
	#nextMoment(): string {
		this.#lastMoment = Math.max(Date.now(), this.#lastMoment + 1);
		return new Date(this.#lastMoment).toISOString();
	}
}

async function groupsOf(statuses: readonly Status[], rowIdsOf: RowFinder, valuesOf: (status: Status) => object): Promise<Group[]> {
	const groups = new Map<string, Group>();
	await eachInTurns(statuses, (status) => {
		const values = valuesOf(status);
		const key = JSON.stringify(values);
		const group = groups.get(key) ?? { values, rowIds: [], statuses: [] };
		groups.set(key, group);
		for (const rowId of rowIdsOf(status.messageId)) group.rowIds.push(rowId);
		group.statuses.push(status);
	});
	return [...groups.values()];
}
