import { counted } from '../../protocol';
import type { Followed } from '../following';
import { followingPauseAt, Schedule } from '../schedule';
import type { TrackedMessage } from '../trackedMessage';
import { BoundedList } from './boundedList';

/** A message that was delivered, and all that is said of it when its subscriber does something. */
export type FollowedMessage = TrackedMessage & Followed;

/** One trigger's own list of delivered messages whose subscribers may still do something it wants to hear of. */
export class FollowedList extends BoundedList<FollowedMessage> {
	constructor(messages: readonly FollowedMessage[]) {
		super(messages, new Schedule(followingPauseAt));
	}

	/**
	 * Takes a message in, or what is newly known of one, for which the gateway has just answered (`now`, milliseconds since 1970); of more
	 * than `most` the oldest go.
	 */
	put(message: FollowedMessage, most: number, now: number): void {
		this.schedule.answered(message.messageId, Date.parse(message.followedSince), now);
		this.take([message], most);
	}

	/** Says how many messages went because there were too many, once an hour at most; undefined when there is nothing to say. */
	warning(now: number): string | undefined {
		const count = this.dropped(now);
		if (count === 0) return undefined;
		return `A Cascade Messaging Trigger follows too many messages in memory, so it will not report what becomes of ${counted(count, 'delivered message')}, the oldest. In the credential, choose to remember sent messages in a Data Table.`;
	}
}
