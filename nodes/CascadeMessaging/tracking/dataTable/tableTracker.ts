import type { StateTrouble } from '../../transport/stateReply';
import { askDue } from '../askDue';
import { momentReader } from '../moments';
import type { Asker } from '../poll';
import { Schedule } from '../schedule';
import { goesOutAt } from '../trackedMessage';
import { FinalStates } from './finalStates';
import type { LearntMoments } from './learntMoments';
import type { MessageTable } from './messageTable';
import type { WaitingRow } from './waitingRows';
import { WaitingRows } from './waitingRows';

/** What a trigger gives up: messages it has not given up yet and that have had no final state for too long. */
export interface GivingUp {
	/** Messages that went out up to that moment (ISO 8601) it has given up before. */
	readonly after: string;
	/** Messages that went out up to that moment (ISO 8601) are old enough. */
	readonly upTo: string;
	/** How old that is, in milliseconds. */
	readonly giveUpAfter: number;
}

/** A message that is to be given up, and when it went out (ISO 8601). */
interface Overdue {
	readonly messageId: string;
	readonly outAt: string;
}

/** Later than every ISO 8601 moment. */
const LAST_MOMENT = '9999';

/**
 * What this process knows of an account's table of messages: the rows without a final state, and when each is due. Shared by all
 * triggers of the account.
 */
export class TableTracker {
	readonly #rows = new WaitingRows();
	readonly #schedule = new Schedule();
	readonly #finals: FinalStates;

	constructor(moments?: LearntMoments) {
		this.#finals = new FinalStates(moments);
	}

	/**
	 * Reads the rows that are new.
	 *
	 * @throws {N8nApiError} with any of the API's codes
	 */
	async readNewRows(table: MessageTable): Promise<void> {
		await this.#rows.readNew(table);
	}

	/**
	 * Asks about the rows that are due and writes what became final into the table. Returns why some could not be asked.
	 *
	 * @throws {N8nApiError} with any of the API's codes; what was learnt is written by the next poll
	 */
	async askAndWrite(table: MessageTable, asker: Asker): Promise<StateTrouble | undefined> {
		const learnt = await askDue(asker, this.#unfinished(), this.#schedule);
		this.#finals.add(learnt.finals);
		const written = await this.#finals.write(table, (messageId) => this.#rows.rowIdsOf(messageId));
		for (const messageId of written) this.#forget(messageId);
		return learnt.trouble;
	}

	/** Makes messages due that are to be given up, but for which the gateway has not answered since their time was up. */
	demandAnswers(givingUp: GivingUp): void {
		for (const { messageId } of this.#overdue(givingUp, 'silent')) this.#schedule.demand(messageId);
	}

	/**
	 * The moment (ISO 8601) up to which all that went out and still waits is given up: for each of these messages the gateway has answered since
	 * its time was up.
	 */
	timedOutUpTo(givingUp: GivingUp): string {
		let firstSilent = LAST_MOMENT;
		for (const { outAt } of this.#overdue(givingUp, 'silent')) if (outAt < firstSilent) firstSilent = outAt;
		let upTo = givingUp.after;
		for (const { outAt } of this.#overdue(givingUp, 'all')) if (outAt < firstSilent && outAt > upTo) upTo = outAt;
		return upTo;
	}

	/**
	 * Stops asking about what went out before a moment (ISO 8601), and reads all rows again: when the last rows of a table are
	 * deleted, n8n on SQLite gives their IDs to new ones.
	 */
	startOver(moment: string): void {
		for (const row of this.#rows.byId.values()) if (goesOutAt(row) < moment) this.#schedule.done(row.messageId);
		this.#rows.clear();
		this.#finals.clear();
	}

	/** What waits, but for what is final already and could not be written; in most polls all of it. */
	#unfinished(): ReadonlyMap<string, WaitingRow> {
		if (this.#finals.isEmpty) return this.#rows.byId;
		return new Map([...this.#rows.byId].filter(([messageId]) => !this.#finals.has(messageId)));
	}

	/** What is to be given up; of the silent the gateway has not answered since their time was up. */
	*#overdue({ after, upTo, giveUpAfter }: GivingUp, which: 'all' | 'silent'): Iterable<Overdue> {
		const momentOf = momentReader();
		for (const row of this.#rows.byId.values()) {
			const { messageId } = row;
			const outAt = goesOutAt(row);
			if (outAt <= after || outAt > upTo) continue;
			if (which === 'silent' && this.#schedule.wasAnsweredSince(messageId, momentOf(outAt) + giveUpAfter)) continue;
			yield { messageId, outAt };
		}
	}

	#forget(messageId: string): void {
		this.#rows.forget(messageId);
		this.#schedule.done(messageId);
	}
}
