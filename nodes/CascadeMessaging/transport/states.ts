import type { StateRecord, StatesAnswer } from '../protocol/answers';
import { PROTOCOLS } from '../protocol/codecs';
import type { ProtocolName } from '../protocol/codecs';
import { ProtocolError } from '../protocol/errors';
import type { ProtocolErrorCode } from '../protocol/errors';
import { inGroups } from '../protocol/guards';
import { isState } from '../protocol/states';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { ask } from './gateway';
import { isOver, Retrier } from './retrier';
import type { Patience } from './retrier';
import { TransportError } from './transportError';
import type { TransportErrorCode } from './transportError';

/** Why the state of a message is not known: a stable code and a sentence for the user. */
export interface StateTrouble {
	readonly code: TransportErrorCode | ProtocolErrorCode | 'refusedByGateway' | 'notAnswered' | 'notReached';
	readonly message: string;
}

/** The trouble of a message the gateway leaves out of its answer. */
export const NOT_ANSWERED: StateTrouble = {
	code: 'notAnswered',
	message: 'The gateway did not answer for this message.',
};

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
		const answers = await Promise.all(wave.map(async (ids) => await askFor(context, account, ids, question, retrier)));
		for (const [id, reply] of answers.flat()) replies.set(id, reply);
	}
	return replies;
}

async function askFor(
	context: GatewayContext,
	account: Account,
	ids: readonly string[],
	question: StateQuestion,
	retrier: Retrier,
): Promise<[string, StateReply][]> {
	const forAll = (trouble: StateTrouble): [string, StateReply][] => ids.map((id) => [id, { trouble }]);
	if (isOver(question)) return forAll({ code: 'notReached', message: 'The gateway was not asked, because the run ended.' });
	const codec = PROTOCOLS[question.protocol];
	const request = codec.encodeStates(ids);
	let came = '';
	const attempt = async (): Promise<StatesAnswer> => {
		const { text, isCut, brokenBy } = await ask(context, account, request, question.timeoutSeconds);
		came = brokenBy === undefined || isCut ? text : '';
		if (brokenBy !== undefined) throw brokenBy;
		return codec.decodeStates(text, ids);
	};
	const repliesIn = (answer: StatesAnswer, missing: StateTrouble): [string, StateReply][] => {
		if ('refused' in answer) return forAll({ code: 'refusedByGateway', message: `The gateway refused the question: ${account.quote(answer.refused)}` });
		const records = new Map(answer.states.map((record) => [record.messageId, record]));
		return ids.map((id) => [id, replyOf(records.get(id), missing, account)]);
	};
	try {
		const rule = { isRepeatable: true, secondsBetweenEqual: codec.secondsBetweenEqualQueries };
		return repliesIn(await retrier.run(attempt, rule), NOT_ANSWERED);
	} catch (error) {
		// Where answers break off each time, what comes whole of them is all there ever will be.
		const trouble = troubleOf(error);
		const answer = whatCame(() => codec.decodeStates(came, ids, { isCut: true }));
		return answer === undefined ? forAll(trouble) : repliesIn(answer, trouble);
	}
}

function whatCame(decode: () => StatesAnswer): StatesAnswer | undefined {
	try {
		return decode();
	} catch {
		return undefined;
	}
}

function replyOf(record: StateRecord | undefined, missing: StateTrouble, { quote }: Account): StateReply {
	if (record === undefined) return { trouble: missing };
	// A state may be words of the gateway's own, and so may hold anything.
	const safe = <S extends string | null>(state: S): S | string => (state === null || isState(state) ? state : quote(state));
	const channels = Object.entries(record.channels).map(([name, channel]) => [name, { ...channel, state: safe(channel.state) }] as const);
	return { record: { ...record, state: safe(record.state), channels: Object.fromEntries(channels) } };
}

function troubleOf(error: unknown): StateTrouble {
	if (error instanceof TransportError || error instanceof ProtocolError) return { code: error.code, message: error.message };
	return { code: 'unexpectedShape', message: 'The answer of the gateway cannot be read.' };
}
