import { statusOf } from '../protocol/status';
import type { Status } from '../protocol/status';
import type { Account } from '../transport/account';
import type { GatewayContext } from '../transport/context';
import { askStates } from '../transport/askStates';
import type { StateTrouble } from '../transport/stateReply';
import type { Schedule } from './schedule';

/** What a waiting message is asked by. */
export interface Waiting {
	readonly messageId: string;
	/** ISO 8601. */
	readonly sentAt: string;
}

/** How a poll asks. */
export interface PollSettings {
	readonly protocol: 'json' | 'xml';
	readonly idsPerRequest: number;
	readonly timeoutSeconds: number;
	/** Further tries when the gateway does not answer; the next poll asks again anyway. */
	readonly retries: number;
	/** When the asking has to end, milliseconds since 1970: what was not asked stays due. */
	readonly deadline: number;
}

/** What a poll learnt from the gateway. */
export interface Learnt {
	/** Messages that have reached a final state. */
	readonly finals: readonly Status[];
	/** Why some could not be asked; they stay due. */
	readonly trouble: StateTrouble | undefined;
}

/**
 * Asks about those of the waiting messages that are due, and notes when they are due again. A message the gateway leaves
 * out of its answer counts as in progress; one that could not be asked stays due.
 */
export async function askDue(
	context: GatewayContext,
	account: Account,
	waiting: ReadonlyMap<string, Waiting>,
	schedule: Schedule,
	settings: PollSettings,
): Promise<Learnt> {
	const ids = schedule.due(waiting.keys(), Date.now());
	const replies = await askStates(context, account, ids, settings);
	const finals: Status[] = [];
	let trouble: StateTrouble | undefined;
	for (const [id, reply] of replies) {
		const sentAt = Date.parse(waiting.get(id)?.sentAt ?? '');
		const status = 'record' in reply ? statusOf(reply.record, account.timeZone, Date.now() - sentAt) : undefined;
		if (status?.final === true) {
			finals.push(status);
		} else if (status !== undefined || ('trouble' in reply && reply.trouble.code === 'notAnswered')) {
			schedule.answered(id, sentAt, Date.now());
		} else if ('trouble' in reply && reply.trouble.code !== 'notReached') {
			trouble ??= reply.trouble;
		}
	}
	return { finals, trouble };
}
