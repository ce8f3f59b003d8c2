import { counted } from '../../protocol';
import { Schedule } from '../schedule';
import type { TrackedMessage } from '../trackedMessage';
import { BoundedList } from './boundedList';
import type { FollowedMessage } from './followedList';
import { FollowedList } from './followedList';

const HOUR = 60 * 60_000;

/** How late a trigger's next poll may be before the trigger counts as silent, in milliseconds. */
const GRACE = HOUR;

/** One trigger's own list of what it still has to report. Moments are milliseconds since 1970. */
export class Reader {
	readonly #waiting: BoundedList<TrackedMessage>;
	/** What was delivered and is followed on. */
	readonly followed: FollowedList;
	/** Since when it seems gone: nothing is added to its list any more. */
	goneSince: number | undefined;
	#polledAt = 0;
	#longestPause = 0;

	constructor(messages: readonly TrackedMessage[], followed: readonly FollowedMessage[] = []) {
		this.followed = new FollowedList(followed);
		this.#waiting = new BoundedList(messages, new Schedule());
	}

	/** What waits, by message ID. */
	get waiting(): ReadonlyMap<string, TrackedMessage> {
		return this.#waiting.byId;
	}

	/** When each of them is to be asked about. */
	get schedule(): Schedule {
		return this.#waiting.schedule;
	}

	/** What waits, as a list that stays the same one until something changes. */
	list(): TrackedMessage[] {
		return this.#waiting.list();
	}

	/** When it polled last. */
	get polledAt(): number {
		return this.#polledAt;
	}

	/** Whether nothing is added to its list, because it seems gone. */
	get isGone(): boolean {
		return this.goneSince !== undefined;
	}

	/** Notes a poll, and how long the trigger may be silent after it, in milliseconds. */
	polls(now: number, longestPause: number): void {
		this.#polledAt = now;
		this.#longestPause = longestPause;
		this.goneSince = undefined;
	}

	/** Whether it should have polled an hour ago: it was deactivated or deleted. */
	isSilent(now: number): boolean {
		return now - this.#polledAt > this.#longestPause + GRACE;
	}

	/** Adds messages; of more than `most` the oldest go. */
	add(messages: readonly TrackedMessage[], most: number): void {
		this.#waiting.take(messages, most);
	}

	/** Takes a message off the list. */
	forget(messageId: string): void {
		this.#waiting.forget(messageId);
	}

	/** Says how many messages went because there were too many, once an hour at most; undefined when there is nothing to say. */
	warning(now: number): string | undefined {
		const count = this.#waiting.dropped(now);
		if (count === 0) return undefined;
		return `Too many messages wait for a Cascade Messaging Trigger in memory, so it will not report ${counted(count, 'message')}, the oldest. They are on their way all the same. In the credential, choose to remember sent messages in a Data Table.`;
	}
}
