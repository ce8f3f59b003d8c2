import { counted } from '../../protocol';
import { Schedule } from '../schedule';
import type { TrackedMessage } from '../trackedMessage';
import { Dropped } from './dropped';
import type { FollowedMessage } from './followedList';
import { FollowedList } from './followedList';

const HOUR = 60 * 60_000;

/** How late a trigger's next poll may be before the trigger counts as silent, in milliseconds. */
const GRACE = HOUR;

/** One trigger's own list of what it still has to report. Moments are milliseconds since 1970. */
export class Reader {
	readonly #waiting: Map<string, TrackedMessage>;
	#list: TrackedMessage[] | undefined;
	readonly schedule = new Schedule();
	/** What was delivered and is followed on. */
	readonly followed: FollowedList;
	/** Since when it seems gone: nothing is added to its list any more. */
	goneSince: number | undefined;
	#polledAt = 0;
	#longestPause = 0;
	readonly #dropped = new Dropped();

	constructor(messages: readonly TrackedMessage[], followed: readonly FollowedMessage[] = []) {
		this.followed = new FollowedList(followed);
		this.#waiting = new Map(messages.map((message) => [message.messageId, message]));
	}

	/** What waits, by message ID. */
	get waiting(): ReadonlyMap<string, TrackedMessage> {
		return this.#waiting;
	}

	/** What waits, as a list that stays the same one until something changes. */
	list(): TrackedMessage[] {
		this.#list ??= [...this.#waiting.values()];
		return this.#list;
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
		this.#list = undefined;
		for (const message of messages) this.#waiting.set(message.messageId, message);
		for (const messageId of this.#waiting.keys()) {
			if (this.#waiting.size <= most) break;
			this.forget(messageId);
			this.#dropped.note();
		}
	}

	/** Takes a message off the list. */
	forget(messageId: string): void {
		if (this.#waiting.delete(messageId)) this.#list = undefined;
		this.schedule.done(messageId);
	}

	/** Says how many messages went because there were too many, once an hour at most; undefined when there is nothing to say. */
	warning(now: number): string | undefined {
		const count = this.#dropped.toTell(now);
		if (count === 0) return undefined;
		return `Too many messages wait for a Cascade Messaging Trigger in memory, so it will not report ${counted(count, 'message')}, the oldest. They are on their way all the same. In the credential, choose to keep waiting messages in the n8n Data Table.`;
	}
}
