import { inGroups } from '../protocol';
import type { Account } from './account';
import type { Patience } from './retrier';
import { isOver } from './retrier';
import type { Asked, StateBatch } from './stateBatch';
import type { StateReply, StateTrouble } from './stateReply';
import { NOT_ANSWERED, NOT_REACHED, refusalOf, safeRecord, SPOILT } from './stateReply';

/** Enough to find several bad records, and no more than a few dozen questions when all records are bad. */
const QUESTIONS_PER_HALVING = 8;

/** When the batch, its halves and its quarters brought not one record, asking about fewer IDs does not help. */
const MOST_IN_VAIN = 7;

/** Asks about one batch of IDs. Where the answer is broken, it asks again about those without a record, one half at a time. */
export class Halving {
	readonly #batch: StateBatch;
	readonly #account: Account;
	readonly #patience: Patience;
	readonly #all: readonly string[];
	/** What is known of each ID that was asked about, or should have been. */
	readonly replies = new Map<string, StateReply>();
	/** How many more questions there may be: a bad record in a batch takes about two for each time it can be halved. */
	#questions: number;
	#inVain = 0;
	#hasRecord = false;

	constructor(batch: StateBatch, account: Account, patience: Patience, all: readonly string[]) {
		this.#batch = batch;
		this.#account = account;
		this.#patience = patience;
		this.#all = all;
		this.#questions = 1 + QUESTIONS_PER_HALVING * Math.ceil(Math.log2(all.length));
	}

	/** Larger parts come before smaller ones: where one half is readable, that is soon known. */
	async askAll(): Promise<void> {
		const parts = [this.#all];
		for (let ids = parts.shift(); ids !== undefined; ids = parts.shift()) {
			if (isOver(this.#patience)) this.#reply(ids, NOT_REACHED);
			else if (this.#questions-- > 0) parts.push(...(await this.#ask(ids)));
		}
	}

	/** Asks about some IDs; returns the parts to ask about again. */
	async #ask(ids: readonly string[]): Promise<readonly (readonly string[])[]> {
		const asked = await this.#batch.ask(ids, ids !== this.#all);
		const missing = this.#read(ids, asked);
		if (!asked.isSpoilt && !isRefusedForOneId(asked)) return [];
		if (++this.#inVain === MOST_IN_VAIN && !this.#hasRecord) this.#questions = 0;
		return halvesOf(missing, ids.length);
	}

	/** Notes what was answered; returns the IDs that were not. */
	#read(ids: readonly string[], { answer, trouble, isSpoilt }: Asked): readonly string[] {
		if (answer !== undefined && 'refused' in answer) {
			this.#reply(ids, refusalOf(answer.refused, this.#account.quote));
			return ids;
		}
		const records = new Map((answer?.states ?? []).map((record) => [record.messageId, record]));
		const missing = ids.filter((id) => !records.has(id));
		this.#hasRecord ||= missing.length < ids.length;
		for (const id of ids) {
			const record = records.get(id);
			if (record !== undefined) this.replies.set(id, { record: safeRecord(record, this.#account.quote) });
		}
		this.#reply(missing, trouble ?? (isSpoilt ? SPOILT : NOT_ANSWERED));
		return missing;
	}

	/** `NOT_REACHED` replaces no earlier reply: whatever was said of an ID says more than that there was no time to ask again. */
	#reply(ids: readonly string[], trouble: StateTrouble): void {
		for (const id of ids) if (!this.replies.has(id) || trouble !== NOT_REACHED) this.replies.set(id, { trouble });
	}
}

/** A batch may be refused for one ID in it. Whatever else is refused, access or format, would be refused of each half too. */
function isRefusedForOneId({ answer }: Asked): boolean {
	return answer !== undefined && 'refused' in answer && ABOUT_ONE_ID.test(answer.refused.slice(0, 200));
}

const ABOUT_ONE_ID = /(?:сообщени|message)[^]{0,60}(?<![\p{L}_])ID(?![\p{L}_])|(?<![\p{L}_])ID(?![\p{L}_])[^]{0,60}(?:сообщени|message)/iu;

/** The two halves of what is missing; none after a question about one ID alone, which has no halves. */
function halvesOf(ids: readonly string[], asked: number): readonly (readonly string[])[] {
	if (ids.length === 0 || asked === 1) return [];
	return inGroups(ids, Math.ceil(ids.length / 2));
}
