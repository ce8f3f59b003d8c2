import { engagementOf, statusOf } from '../protocol';
import type { Learnt } from './askAbout';
import { askAbout } from './askAbout';
import type { Followed } from './following';
import { isNews } from './following';
import type { Asker } from './poll';
import type { Schedule } from './schedule';

/**
 * Asks about those of the followed messages that are due, and notes when they are due again. There is news of those whose subscribers have
 * done something that was not known. Whatever else the gateway says of them, that it does not know them too, changes nothing. Never throws
 * for what the gateway does.
 */
export async function askFollowed(asker: Asker, followed: ReadonlyMap<string, Followed>, schedule: Schedule): Promise<Learnt> {
	const { timeZone } = asker.account;
	return await askAbout(asker, followed, schedule, {
		since: ({ followedSince }) => followedSince,
		isOut: () => true,
		newsIn: (record, { known }) => (isNews(engagementOf(record), known) ? statusOf(record, timeZone) : undefined),
	});
}
