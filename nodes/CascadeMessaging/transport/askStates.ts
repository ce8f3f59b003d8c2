import { inGroups, PROTOCOLS } from '../protocol';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { Halving } from './halving';
import { Retrier } from './retrier';
import type { StateQuestion } from './stateBatch';
import { StateBatch } from './stateBatch';
import type { StateReply } from './stateReply';

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
	const batch = new StateBatch(context, account, question, new Retrier(question));
	const replies = new Map<string, StateReply>();
	for (const wave of inGroups(requests, statesAtOnce)) {
		await Promise.all(
			wave.map(async (ids) => {
				const halving = new Halving(batch, account, question, ids);
				await halving.askAll();
				for (const [id, reply] of halving.replies) replies.set(id, reply);
			}),
		);
	}
	return replies;
}
