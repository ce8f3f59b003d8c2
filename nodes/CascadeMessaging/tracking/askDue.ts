import type { Status } from '../protocol';
import { isFinal, statusOf } from '../protocol';
import { eachInTurns } from '../transport/inTurns';
import type { StateReply, StateTrouble } from '../transport/stateReply';
import { askInWaves } from '../transport/stateWaves';
import { momentReader } from './moments';
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
 * out of its answer counts as in progress; one that could not be asked stays due; one that does not wait any more when its answer comes
 * is of no interest. Never throws for what the gateway does. Answers are judged as they come, so that there is never much to do at once.
 */
export async function askDue(asker: Asker, waiting: ReadonlyMap<string, Waiting>, schedule: Schedule): Promise<Learnt> {
	const { context, account, asking } = asker;
	const momentOf = momentReader();
	const finals: Status[] = [];
	let trouble: StateTrouble | undefined;
	const judge = ([id, reply]: readonly [string, StateReply]): void => {
		const message = waiting.get(id);
		if (message === undefined) return;
		const now = Date.now();
		const sentAt = momentOf(message.sentAt);
		const age = now - sentAt;
		if ('record' in reply && isFinal(reply.record.state, age)) finals.push(statusOf(reply.record, account.timeZone, age));
		else if ('record' in reply || reply.trouble.code === 'notAnswered') schedule.answered(id, sentAt, now);
		else if (reply.trouble.code !== 'notReached') trouble ??= reply.trouble;
	};
	const due = schedule.due(waiting.keys(), Date.now());
	for await (const replies of askInWaves(context, account, due, asking)) await eachInTurns(replies, judge);
	return { finals, trouble };
}
