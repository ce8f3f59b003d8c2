import type { Status } from '../protocol';
import { engagementOf, statusOf } from '../protocol';
import { eachInTurns } from '../transport/inTurns';
import type { StateReply, StateTrouble } from '../transport/stateReply';
import { askInWaves } from '../transport/stateWaves';
import type { Followed } from './following';
import { isNews } from './following';
import { momentReader } from './moments';
import type { Asker } from './poll';
import type { Schedule } from './schedule';

/** What a poll learnt of messages that are followed. */
interface Heard {
	/** Those whose subscribers have done something that was not known. */
	readonly news: readonly Status[];
	/** Why some could not be asked about; they stay due. */
	readonly trouble: StateTrouble | undefined;
}

/**
 * Asks about those of the followed messages that are due, and notes when they are due again; what there is news of stays due until that is
 * settled. Whatever else the gateway says of them, that it does not know them too, changes nothing. Never throws for what the gateway does.
 */
export async function askFollowed(asker: Asker, followed: ReadonlyMap<string, Followed>, schedule: Schedule): Promise<Heard> {
	const { context, account, asking } = asker;
	const momentOf = momentReader();
	const news: Status[] = [];
	let trouble: StateTrouble | undefined;
	const judge = ([id, reply]: readonly [string, StateReply]): void => {
		const message = followed.get(id);
		if (message === undefined) return;
		if ('record' in reply && isNews(engagementOf(reply.record), message.known)) news.push(statusOf(reply.record, account.timeZone));
		else if ('record' in reply || reply.trouble.code === 'notAnswered') schedule.answered(id, momentOf(message.followedSince), Date.now());
		else if (reply.trouble.code !== 'notReached') trouble ??= reply.trouble;
	};
	const due = schedule.due(followed.keys(), Date.now());
	for await (const replies of askInWaves(context, account, due, asking)) await eachInTurns(replies, judge);
	return { news, trouble };
}
