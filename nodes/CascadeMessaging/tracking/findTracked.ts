import type { Account } from '../transport/account';
import type { GatewayContext } from '../transport/context';
import { messageOf } from './dataTable/messageRow';
import { where } from './dataTable/row';
import { findMessages } from './dataTable/tables';
import { findSent } from './memory/sentMessages';
import type { TrackedMessage } from './trackedMessage';

/**
 * Finds a message that was handed over with an account, whether it is final or not, for as long as its store keeps it: a data table until
 * Keep For is over, the memory for a week in this process (`sentMessages.ts`).
 *
 * @throws {N8nApiError} with any of the API's codes, when the data table cannot be asked
 */
export async function findTracked(
	context: GatewayContext,
	{ store, key }: Pick<Account, 'store' | 'key'>,
	messageId: string,
): Promise<TrackedMessage | undefined> {
	if (store.kind === 'memory') return findSent(key, messageId, Date.now());
	const messages = await findMessages(context, store, key);
	const row = await messages?.last(where('messageId', 'eq', messageId));
	return row && messageOf(row);
}
