import type { Status } from '../protocol';
import { isFinal, statusOf } from '../protocol';
import type { StateTrouble } from '../transport/stateReply';
import { askAbout } from './askAbout';
import type { Asker } from './poll';
import type { Schedule } from './schedule';
import type { TrackedMessage } from './trackedMessage';
import { goesOutAt, isOut } from './trackedMessage';

/** What must be known of a waiting message to ask the gateway about it. */
export type Waiting = Pick<TrackedMessage, 'messageId' | 'sentAt' | 'sendAt'>;

/** What a poll learnt of messages that wait. */
export interface Ended {
	/** Messages that have reached a final state. */
	readonly finals: readonly Status[];
	/** Why some could not be asked; they stay due. */
	readonly trouble: StateTrouble | undefined;
}

/**
 * Asks about those of the waiting messages that are due, and notes when they are due again. A message the gateway leaves
 * out of its answer counts as in progress; one that could not be asked stays due; one that has not gone out yet is not due. Never throws for
 * what the gateway does.
 */
export async function askDue(asker: Asker, waiting: ReadonlyMap<string, Waiting>, schedule: Schedule): Promise<Ended> {
	const { timeZone } = asker.account;
	const { news, trouble } = await askAbout(asker, waiting, schedule, {
		since: goesOutAt,
		isOut,
		newsIn: (record, _, age) => (isFinal(record.state, age) ? statusOf(record, timeZone, age) : undefined),
	});
	return { finals: news, trouble };
}
