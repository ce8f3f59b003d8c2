import { statusOf } from '../../../protocol';
import { recentIds } from '../../../tracking/recentIds';
import type { Account } from '../../../transport/account';
import type { StateReply } from '../../../transport/stateReply';
import { NOT_ANSWERED } from '../../../transport/stateReply';
import type { Line } from '../../shared/lines';
import { statusJson } from '../statusJson';
import { outputOf } from './outputs';
import type { StatusFailure } from './telling';

/** A message that was asked about, and the item that names it. */
interface AskedMessage {
	readonly item: number;
	readonly messageId: string;
}

/** How a run shows what it learns. */
interface Showing {
	readonly account: Account;
	/** Whether there is an output for each kind of outcome. */
	readonly isSplit: boolean;
}

/** The line of a message that was asked about, whether the gateway replied or not. */
export function statusLine(
	{ item, messageId }: AskedMessage,
	reply: StateReply | undefined,
	{ account, isSplit }: Showing,
): Line<StatusFailure> {
	if (reply === undefined || 'trouble' in reply) {
		const { code, message, ...reason } = reply?.trouble ?? NOT_ANSWERED;
		return { item, failure: { code, ...reason, message: `The status of message ${messageId} is not known. ${message}`, messageId } };
	}
	const status = statusOf(reply.record, account.timeZone, recentIds.ageOf(account.key, messageId, Date.now()));
	return { item, json: statusJson(status), ...(isSplit && { output: outputOf(status.outcome) }) };
}
