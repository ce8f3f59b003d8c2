import type { StateRecord, StatesAnswer } from '../protocol/answers';
import { PROTOCOLS } from '../protocol/codecs';
import type { ProtocolName } from '../protocol/codecs';
import { ProtocolError } from '../protocol/errors';
import type { ProtocolErrorCode } from '../protocol/errors';
import { inGroups } from '../protocol/guards';
import { reasonOf } from '../protocol/reasons';
import type { Reason } from '../protocol/reasons';
import { isState } from '../protocol/states';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { isOver, Retrier } from './retrier';
import type { Patience } from './retrier';
import { StateBatch } from './stateBatch';
import { TransportError } from './transportError';
import type { TransportErrorCode } from './transportError';

/** Why the state of a message is not known: a stable code and a sentence for the user. */
export interface StateTrouble {
	readonly code: TransportErrorCode | ProtocolErrorCode | 'refusedByGateway' | 'notAnswered' | 'notReached';
	readonly message: string;
	/** Why the gateway refused the question, where its words are known (PROTOCOL.md section 6a). */
	readonly reason?: Reason;
}

/** The trouble of a message the gateway leaves out of its answer. */
export const NOT_ANSWERED: StateTrouble = {
	code: 'notAnswered',
	message: 'The gateway did not answer for this message.',
};

const NOT_REACHED: StateTrouble = { code: 'notReached', message: 'The gateway was not asked, because the run ended.' };

const SPOILT: StateTrouble = { code: 'unexpectedShape', message: 'What the gateway answered for this message cannot be read.' };

/** What is known of a message: the gateway's record, or why there is none. */
export type StateReply = { readonly record: StateRecord } | { readonly trouble: StateTrouble };

/** How states are asked for. Asking does no harm, so any request may be tried again; what was not asked in time is `notReached`. */
export interface StateQuestion extends Patience {
	readonly protocol: ProtocolName;
	readonly idsPerRequest: number;
	readonly timeoutSeconds: number;
}

/**
 * Asks the gateway what became of messages, many IDs in one request where the protocol can. Returns a reply for each ID;
 * never throws for what the gateway does or does not do.
 */
export async function askStates(
	context: GatewayContext,
	account: Account,
	messageIds: readonly string[],
	question: StateQuestion,
): Promise<Map<string, StateReply>> {
	const { idsPerRequest, statesAtOnce } = PROTOCOLS[question.protocol];
	const requests = inGroups([...new Set(messageIds)], Math.min(idsPerRequest, question.idsPerRequest));
	const replies = new Map<string, StateReply>();
	const retrier = new Retrier(question);
	for (const wave of inGroups(requests, statesAtOnce)) {
		await Promise.all(
			wave.map(async (ids) => {
				const halving = new Halving(context, account, question, retrier, ids.length);
				await halving.askAll(ids);
				for (const [id, reply] of halving.replies) replies.set(id, reply);
			}),
		);
	}
	return replies;
}

/** Asks about one batch, and where its answer is broken, again about those that have no record, one half at a time. */
class Halving {
	readonly replies = new Map<string, StateReply>();
	/** How many more questions there may be: a bad record in a batch takes about two for each time it can be halved. */
	#questions: number;
	#inVain = 0;
	#hasRecord = false;
	readonly #batch: StateBatch;

	constructor(
		context: GatewayContext,
		private readonly account: Account,
		private readonly question: StateQuestion,
		retrier: Retrier,
		count: number,
	) {
		this.#batch = new StateBatch(context, account, question, retrier);
		this.#questions = 1 + QUESTIONS_PER_HALVING * Math.ceil(Math.log2(count));
	}

	/** Larger parts come before smaller ones: where one half is readable, that is soon known. */
	async askAll(all: readonly string[]): Promise<void> {
		const parts = [all];
		for (let ids = parts.shift(); ids !== undefined; ids = parts.shift()) {
			if (isOver(this.question)) this.reply(ids, NOT_REACHED);
			else if (this.#questions-- > 0) parts.push(...(await this.ask(ids, ids !== all)));
		}
	}

	/** Asks about some IDs; returns the parts to ask about again. */
	private async ask(ids: readonly string[], isAgain: boolean): Promise<readonly (readonly string[])[]> {
		const { answer, trouble, isSpoilt } = await this.#batch.ask(ids, isAgain);
		const missing = this.read(ids, answer, trouble, isSpoilt);
		const isBadId = answer !== undefined && 'refused' in answer && ABOUT_ONE_ID.test(answer.refused.slice(0, 200));
		if (!isSpoilt && !isBadId) return [];
		if (++this.#inVain === MOST_IN_VAIN && !this.#hasRecord) this.#questions = 0;
		return halvesOf(missing, ids.length);
	}

	/** Notes what was answered; returns the IDs that were not. */
	private read(ids: readonly string[], answer: StatesAnswer | undefined, trouble: unknown, isSpoilt: boolean): readonly string[] {
		if (answer !== undefined && 'refused' in answer) {
			this.reply(ids, refusalOf(answer.refused, this.account));
			return ids;
		}
		const records = new Map((answer?.states ?? []).map((record) => [record.messageId, record]));
		const missing = ids.filter((id) => !records.has(id));
		this.#hasRecord ||= missing.length < ids.length;
		for (const id of ids) {
			const record = records.get(id);
			if (record !== undefined) this.replies.set(id, { record: safeRecord(record, this.account) });
		}
		this.reply(missing, trouble === undefined ? (isSpoilt ? SPOILT : NOT_ANSWERED) : troubleOf(trouble));
		return missing;
	}

	private reply(ids: readonly string[], trouble: StateTrouble): void {
		for (const id of ids) if (!this.replies.has(id) || trouble !== NOT_REACHED) this.replies.set(id, { trouble });
	}
}

/** Enough for several bad records, and no more than a few dozen for a gateway that answers with nothing else. */
const QUESTIONS_PER_HALVING = 8;

/** Where a batch, its halves and its quarters brought not one record, fewer IDs are no help. */
const MOST_IN_VAIN = 7;

/** A batch may be refused for one ID in it. Whatever else is refused, access or format, would be refused of each half too. */
const ABOUT_ONE_ID = /(?:сообщени|message)[^]{0,60}(?<![\p{L}_])ID(?![\p{L}_])|(?<![\p{L}_])ID(?![\p{L}_])[^]{0,60}(?:сообщени|message)/iu;

/** The two halves of a batch, of which one ID alone has none: it was asked for by itself before. */
function halvesOf(ids: readonly string[], asked: number): readonly (readonly string[])[] {
	if (ids.length === 0 || asked === 1) return [];
	return inGroups(ids, Math.ceil(ids.length / 2));
}

function refusalOf(words: string, { quote }: Account): StateTrouble {
	const reason = reasonOf(words);
	return { code: 'refusedByGateway', message: `The gateway refused the question: ${quote(words)}`, ...(reason !== undefined && { reason }) };
}

/** A record that may be shown: a state may be words of the gateway's own, and so may hold anything. */
function safeRecord(record: StateRecord, { quote }: Account): StateRecord {
	const safe = <S extends string | null>(state: S): S | string => (state === null || isState(state) ? state : quote(state));
	const channels = Object.entries(record.channels).map(([name, channel]) => [name, { ...channel, state: safe(channel.state) }] as const);
	return { ...record, state: safe(record.state), channels: Object.fromEntries(channels) };
}

function troubleOf(error: unknown): StateTrouble {
	if (error instanceof TransportError || error instanceof ProtocolError) return { code: error.code, message: error.message };
	return { code: 'unexpectedShape', message: 'The answer of the gateway cannot be read.' };
}
