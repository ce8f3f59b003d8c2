import type { StateRecord, Status } from '../protocol';
import { eachInTurns } from '../transport/inTurns';
import type { StateReply, StateTrouble } from '../transport/stateReply';
import { askInWaves } from '../transport/stateWaves';
import { momentReader } from './moments';
import type { Asker } from './poll';
import type { Schedule } from './schedule';

/** What is to be learnt of messages. */
export interface Interest<M> {
	/** From when on the age of a message counts, ISO 8601. */
	readonly since: (message: M) => string;
	/** Whether the gateway can know anything of a message by now (ISO 8601 in UTC); until then nobody asks. */
	readonly isOut: (message: M, now: string) => boolean;
	/** What the gateway's record says of a message of this age (milliseconds), where it is what is waited for. */
	readonly newsIn: (record: StateRecord, message: M, age: number) => Status | undefined;
}

/** What a poll learnt from the gateway. */
export interface Learnt {
	/** What was waited for. These messages stay due until that is settled. */
	readonly news: readonly Status[];
	/** Why some could not be asked about; they stay due. */
	readonly trouble: StateTrouble | undefined;
}

/**
 * Asks about those of the messages that are due, and notes when they are due again. What the gateway leaves out of its answer counts as
 * answered without news; what is not among the messages any more when its answer comes is of no interest. Never throws for what the gateway
 * does. Answers are judged as they come, so that there is never much to do at once.
 */
export async function askAbout<M>(
	{ context, account, asking }: Asker,
	messages: ReadonlyMap<string, M>,
	schedule: Schedule,
	{ since, isOut, newsIn }: Interest<M>,
): Promise<Learnt> {
	const momentOf = momentReader();
	const news: Status[] = [];
	let trouble: StateTrouble | undefined;
	const judge = ([id, reply]: readonly [string, StateReply]): void => {
		const message = messages.get(id);
		if (message === undefined) return;
		const now = Date.now();
		const begin = momentOf(since(message));
		const found = 'record' in reply ? newsIn(reply.record, message, now - begin) : undefined;
		if (found !== undefined) news.push(found);
		else if ('record' in reply || reply.trouble.code === 'notAnswered') schedule.answered(id, begin, now);
		else if (reply.trouble.code !== 'notReached') trouble ??= reply.trouble;
	};
	const now = Date.now();
	const due = schedule.due(idsOf(messages, isOut, new Date(now).toISOString()), now);
	for await (const replies of askInWaves(context, account, due, asking)) await eachInTurns(replies, judge);
	return { news, trouble };
}

function* idsOf<M>(messages: ReadonlyMap<string, M>, isOut: Interest<M>['isOut'], now: string): Iterable<string> {
	for (const [id, message] of messages) if (isOut(message, now)) yield id;
}
