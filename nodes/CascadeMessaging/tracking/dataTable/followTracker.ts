import { eachInTurns } from '../../transport/inTurns';
import type { StateTrouble } from '../../transport/stateReply';
import { askFollowed } from '../askFollowed';
import type { Sign, Wish } from '../following';
import { isAwaited, signsIn } from '../following';
import { momentReader } from '../moments';
import type { Asker } from '../poll';
import { followingPauseAt, Schedule } from '../schedule';
import { signColumns } from './engagementColumns';
import { LONGEST_WRITING } from './finalStates';
import type { FollowedRow } from './followedRows';
import { FollowedRows } from './followedRows';
import { LearntMoments } from './learntMoments';
import { saidColumns, statusOfRow } from './messageRow';
import type { MessageTable } from './messageTable';
import { groupsOf, largestFirst } from './rowGroups';

/** What a trigger follows messages for, and since when (ISO 8601): what was learnt to be delivered before is past. */
export interface Following {
	readonly wish: Wish;
	readonly since: string;
}

/** What subscribers did that does not stand in the table yet, and what else changes in the rows. */
interface Unwritten {
	readonly messageId: string;
	readonly signs: readonly Sign[];
	readonly columns: object;
}

/**
 * What this process knows of an account's delivered messages: those whose subscribers may do something more that a trigger wants to hear of,
 * and when each is due. Shared by all triggers of the account; each asks about no others than it wants to hear of itself.
 */
export class FollowTracker {
	readonly #rows: FollowedRows;
	readonly #schedule = new Schedule(followingPauseAt);
	readonly #unwritten = new Map<string, Unwritten>();
	readonly #moments: LearntMoments;
	/** What triggers have wanted to hear of since this process began, by what they have in common. */
	readonly #wishes = new Map<string, Wish>();

	constructor(moments = new LearntMoments(), rows = new FollowedRows()) {
		this.#moments = moments;
		this.#rows = rows;
	}

	/**
	 * Asks about the messages a trigger follows, if they are due, and writes what subscribers did into the table. Returns why some could not
	 * be asked.
	 *
	 * @throws {N8nApiError} with any of the API's codes; what was learnt is written by the next poll
	 */
	async askAndWrite(table: MessageTable, asker: Asker, following: Following): Promise<StateTrouble | undefined> {
		await this.#readNewRows(table, following);
		const awaited = await this.#awaitedBy(following);
		const { news, trouble } = await askFollowed(asker, awaited, this.#schedule);
		const now = Date.now();
		await eachInTurns(news, (status) => {
			const signs = signsIn(status, awaited.get(status.messageId)?.known ?? [], now);
			this.#unwritten.set(status.messageId, { messageId: status.messageId, signs, columns: saidColumns(status) });
		});
		await this.#write(table, (asker.asking.deadline ?? Date.now()) + LONGEST_WRITING);
		return trouble;
	}

	/** Forgets what went out before a moment (ISO 8601): its rows are gone, and n8n may give their IDs to others. */
	forgetOutBefore(moment: string): void {
		for (const { messageId, outAt } of this.#rows.byId.values()) if (outAt < moment) this.#forget(messageId);
	}

	/** Notes what a trigger wants. Of what nobody wanted until now, messages may have been forgotten: their rows are read again. */
	#hear(wish: Wish): void {
		const key = JSON.stringify([wish.engagements, wish.campaignName]);
		const before = this.#wishes.get(key);
		if (before !== undefined && before.followFor >= wish.followFor) return;
		this.#wishes.set(key, wish);
		this.#rows.readAgain();
	}

	/** What the final answer of the gateway says of subscribers stands in the row already; it is not asked for again. */
	async #readNewRows(table: MessageTable, { wish, since }: Following): Promise<void> {
		this.#hear(wish);
		const earliest = new Date(Date.now() - wish.followFor).toISOString();
		const rows = await this.#rows.readNew(table, since > earliest ? since : earliest);
		await eachInTurns(rows, (row) => {
			const status = statusOfRow(row);
			const message = this.#rows.byId.get(status.messageId);
			if (message === undefined) return;
			const learnt = Date.parse(message.followedSince);
			this.#schedule.answered(message.messageId, learnt, learnt);
			const signs = signsIn(status, message.known, learnt);
			if (signs.length > 0) this.#unwritten.set(message.messageId, { messageId: message.messageId, signs, columns: {} });
		});
	}

	/** Messages a trigger waits for news of. Forgets those that no trigger waits for any more. */
	async #awaitedBy({ wish, since }: Following): Promise<Map<string, FollowedRow>> {
		const awaited = new Map<string, FollowedRow>();
		const wishes = [...this.#wishes.values()];
		const momentOf = momentReader();
		const now = Date.now();
		await eachInTurns(this.#rows.byId.values(), (message) => {
			const { messageId, followedSince } = message;
			const age = now - momentOf(followedSince);
			if (this.#unwritten.has(messageId)) return;
			if (!wishes.some((one) => isAwaited(message, one, age))) this.#forget(messageId);
			else if (followedSince > since && isAwaited(message, wish, age)) awaited.set(messageId, message);
		});
		return awaited;
	}

	/** Writes the largest groups first, until there is no more time; the rest is written by the next poll. */
	async #write(table: MessageTable, deadline: number): Promise<void> {
		const learntAt = this.#moments.next();
		const rowIdsOf = (messageId: string): readonly number[] => this.#rows.byId.get(messageId)?.rowIds ?? [];
		const valuesOf = ({ signs, columns }: Unwritten): object => ({ ...columns, ...signColumns(signs, learntAt) });
		const groups = await groupsOf([...this.#unwritten.values()], rowIdsOf, valuesOf);
		for (const { values, rowIds, messages } of largestFirst(groups)) {
			if (Date.now() > deadline) break;
			await table.change(rowIds, values);
			const now = Date.now();
			for (const { messageId, signs } of messages) this.#learn(messageId, signs, now);
		}
	}

	#learn(messageId: string, signs: readonly Sign[], now: number): void {
		this.#unwritten.delete(messageId);
		const message = this.#rows.byId.get(messageId);
		if (message === undefined) return;
		this.#rows.learn(
			messageId,
			signs.map(({ event }) => event),
		);
		this.#schedule.answered(messageId, Date.parse(message.followedSince), now);
	}

	#forget(messageId: string): void {
		this.#rows.forget(messageId);
		this.#schedule.done(messageId);
		this.#unwritten.delete(messageId);
	}
}
