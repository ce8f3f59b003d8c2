import { textOf } from '../../protocol/guards';
import type { Status } from '../../protocol/status';
import { askDue } from '../askDue';
import type { Waiting } from '../askDue';
import type { Poll } from '../poll';
import { Schedule } from '../schedule';
import type { StateTrouble } from '../../transport/stateReply';
import { outcomeColumns, rowsOf } from './messageRow';
import type { TableApi } from './tableApi';

interface WaitingRow extends Waiting {
	/** More than one when the message was handed over again. */
	readonly rowIds: readonly number[];
}

interface SameValues {
	readonly values: object;
	readonly rowIds: number[];
	readonly statuses: Status[];
}

/** How long a row may take from its message to being seen: rows that are added at once need not appear in the order of IDs. */
const SETTLING = 2 * 60_000;

/** How long a poll writes moments, in milliseconds; with the asking before, that is less than n8n allows a poll. */
const LONGEST_WRITING = 15_000;

/** Later than every ISO 8601 moment. */
const LAST_MOMENT = '9999';

/**
 * What this process knows of an account's table of messages: the rows without a final state, mirrored in memory so that
 * only new rows are read, and when each is due. Shared by all triggers of the account.
 */
export class TableTracker {
	readonly #waiting = new Map<string, WaitingRow>();
	readonly #schedule = new Schedule();
	/** Final, but not yet in the table: there was no time to write it. */
	readonly #unwritten = new Map<string, Status>();
	#settledRowId = 0;
	#lastLearntAt = '';

	/** Reads an account's rows that were added since the last time, and again those that were added lately. */
	async readNewRows(api: TableApi, tableId: string, account: string): Promise<void> {
		const settled = new Date(Date.now() - SETTLING).toISOString();
		let isSettled = true;
		const rows = await api.select(tableId, [
			rowsOf(account),
			{ columnName: 'id', condition: 'gt', value: this.#settledRowId },
			{ columnName: 'final', condition: 'eq', value: false },
		]);
		for (const row of rows) {
			const messageId = textOf(row.messageId);
			const sentAt = textOf(row.sentAt);
			isSettled &&= sentAt === undefined || sentAt < settled;
			if (isSettled) this.#settledRowId = row.id;
			if (messageId === undefined || sentAt === undefined) continue;
			const rowIds = new Set([...(this.#waiting.get(messageId)?.rowIds ?? []), row.id]);
			this.#waiting.set(messageId, { messageId, sentAt, rowIds: [...rowIds] });
		}
	}

	/** Asks about the rows that are due and writes what became final into the table. Returns why some could not be asked. */
	async askAndWrite(api: TableApi, tableId: string, { context, account, settings }: Poll): Promise<StateTrouble | undefined> {
		const asked = new Map([...this.#waiting].filter(([messageId]) => !this.#unwritten.has(messageId)));
		const learnt = await askDue(context, account, asked, this.#schedule, settings.asking);
		for (const status of learnt.finals) this.#unwritten.set(status.messageId, status);
		await this.writeFinals(api, tableId, Date.now() + LONGEST_WRITING);
		return learnt.trouble;
	}

	/** Makes due what is older than `giveUpAfter` milliseconds and has not been spoken of by the gateway since. */
	demandAnswers(from: string, giveUpAfter: number, now: number): void {
		this.silentAmong(this.timeUp(from, giveUpAfter, now), giveUpAfter);
	}

	/**
	 * Up to which moment of sending (ISO 8601) time is up for all that still waits: sent after `from`, older than
	 * `giveUpAfter` milliseconds, and spoken of by the gateway since.
	 */
	timedOutUpTo(from: string, giveUpAfter: number, now: number): string {
		const timeUp = this.timeUp(from, giveUpAfter, now);
		const silent = this.silentAmong(timeUp, giveUpAfter).map(({ sentAt }) => sentAt);
		const firstSilent = silent.reduce((first, sentAt) => (sentAt < first ? sentAt : first), LAST_MOMENT);
		const past = timeUp.map(({ sentAt }) => sentAt).filter((sentAt) => sentAt < firstSilent);
		return past.reduce((last, sentAt) => (sentAt > last ? sentAt : last), from);
	}

	/**
	 * Stops asking about what was sent before a moment (ISO 8601), and reads all rows again: when the last rows of a table are
	 * deleted, n8n on SQLite gives their IDs to new ones.
	 */
	startOver(moment: string): void {
		for (const { messageId, sentAt } of [...this.#waiting.values()]) if (sentAt < moment) this.forget(messageId);
		this.#waiting.clear();
		this.#unwritten.clear();
		this.#settledRowId = 0;
	}

	private timeUp(from: string, giveUpAfter: number, now: number): WaitingRow[] {
		const end = new Date(now - giveUpAfter).toISOString();
		return [...this.#waiting.values()].filter(({ sentAt }) => sentAt > from && sentAt <= end);
	}

	private silentAmong(rows: readonly WaitingRow[], giveUpAfter: number): WaitingRow[] {
		return rows.filter(
			({ messageId, sentAt }) => !this.#schedule.wasAnsweredSince(messageId, Date.parse(sentAt) + giveUpAfter),
		);
	}

	/**
	 * A row takes 30 ms alone and next to nothing beside others, so equal values are written together; `final` comes last.
	 * What there is no time for is written by the next poll.
	 */
	private async writeFinals(api: TableApi, tableId: string, deadline: number): Promise<void> {
		const known = [...this.#unwritten.values()].filter(({ messageId }) => this.#waiting.has(messageId));
		const written = await this.writeMoments(api, tableId, known, deadline);
		const learntAt = this.nextMoment();
		const groups = this.rowsByValues(written, (status) => ({ ...outcomeColumns(status), learntAt }));
		for (const { values, rowIds } of groups) await api.update(tableId, rowIds, values);
		for (const { messageId } of written) this.forget(messageId);
	}

	/** Writes when messages became final, most at once first. Returns those whose moment is written. */
	private async writeMoments(
		api: TableApi,
		tableId: string,
		finals: readonly Status[],
		deadline: number,
	): Promise<readonly Status[]> {
		const groups = this.rowsByValues(finals, ({ changedAt }) => ({ changedAt }));
		const written: (readonly Status[])[] = [];
		for (const { values, rowIds, statuses } of groups.sort((a, b) => b.rowIds.length - a.rowIds.length)) {
			if (written.length > 0 && Date.now() > deadline) break;
			await api.update(tableId, rowIds, values);
			written.push(statuses);
		}
		return written.flat();
	}

	private rowsByValues(statuses: readonly Status[], valuesOf: (status: Status) => object): SameValues[] {
		const groups = new Map<string, SameValues>();
		for (const status of statuses) {
			const rowIds = this.#waiting.get(status.messageId)?.rowIds ?? [];
			const values = valuesOf(status);
			const key = JSON.stringify(values);
			const group = groups.get(key) ?? { values, rowIds: [], statuses: [] };
			groups.set(key, group);
			group.rowIds.push(...rowIds);
			group.statuses.push(status);
		}
		return [...groups.values()];
	}

	/** A moment later than any before it, so that a cursor can stand between two writes. */
	private nextMoment(): string {
		const now = new Date(Math.max(Date.now(), Date.parse(this.#lastLearntAt || '1970-01-01') + 1));
		this.#lastLearntAt = now.toISOString();
		return this.#lastLearntAt;
	}

	private forget(messageId: string): void {
		this.#waiting.delete(messageId);
		this.#unwritten.delete(messageId);
		this.#schedule.done(messageId);
	}
}
