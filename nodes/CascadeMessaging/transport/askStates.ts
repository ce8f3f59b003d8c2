import type { Account } from './account';
import type { GatewayContext } from './context';
import type { StateQuestion } from './stateBatch';
import type { StateReply } from './stateReply';
import { askInWaves } from './stateWaves';

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
	const all = new Map<string, StateReply>();
	for await (const replies of askInWaves(context, account, [...new Set(messageIds)], question)) {
		for (const [id, reply] of replies) all.set(id, reply);
	}
	return all;
}
