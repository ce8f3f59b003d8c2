import type { Status } from '../protocol';
import { statusOf } from '../protocol';
import { askStates } from '../transport/askStates';
import type { StateTrouble } from '../transport/stateReply';
import type { Asker } from './poll';
import type { Schedule } from './schedule';

/** What must be known of a waiting message to ask the gateway about it. */
export interface Waiting {
	readonly messageId: string;
	/** ISO 8601. */
	readonly sentAt: string;
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
 * out of its answer counts as in progress; one that could not be asked stays due. Never throws for what the gateway does.
 */
export async function askDue(asker: Asker, waiting: ReadonlyMap<string, Waiting>, schedule: Schedule): Promise<Learnt> {
	const { context, account, asking } = asker;
	const replies = await askStates(context, account, schedule.due(waiting.keys(), Date.now()), asking);
	const finals: Status[] = [];
	let trouble: StateTrouble | undefined;
	for (const [id, reply] of replies) {
		const sentAt = Date.parse(waiting.get(id)?.sentAt ?? '');
		const status = 'record' in reply ? statusOf(reply.record, account.timeZone, Date.now() - sentAt) : undefined;
		const isAnswered = 'record' in reply || reply.trouble.code === 'notAnswered';
		if (status?.final === true) finals.push(status);
		else if (isAnswered) schedule.answered(id, sentAt, Date.now());
		else if (reply.trouble.code !== 'notReached') trouble ??= reply.trouble;
	}
	return { finals, trouble };
}
