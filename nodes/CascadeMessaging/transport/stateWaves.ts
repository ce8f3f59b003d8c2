import { inGroups, PROTOCOLS } from '../protocol';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { Halving } from './halving';
import { Retrier } from './retrier';
import type { StateQuestion } from './stateBatch';
import { StateBatch } from './stateBatch';
import type { StateReply } from './stateReply';

/**
 * Asks the gateway what became of messages, many IDs in one request where the protocol can, and gives the replies as they come: those of
 * the requests that are under way together, a reply for each ID. Every ID is to be given once. Never throws for what the gateway does
 * or does not do.
 */
export async function* askInWaves(
	context: GatewayContext,
	account: Account,
	messageIds: readonly string[],
	question: StateQuestion,
): AsyncGenerator<ReadonlyMap<string, StateReply>, void, undefined> {
	const { idsPerRequest, statesAtOnce } = PROTOCOLS[question.protocol];
	const requests = inGroups(messageIds, Math.min(idsPerRequest, question.idsPerRequest));
	const batch = new StateBatch(context, account, question, new Retrier(question));
	for (const wave of inGroups(requests, statesAtOnce)) {
		const asked = wave.map((ids) => new Halving(batch, account, question, ids));
		await Promise.all(asked.map(async (halving) => await halving.askAll()));
		for (const { replies } of asked) yield replies;
	}
}
