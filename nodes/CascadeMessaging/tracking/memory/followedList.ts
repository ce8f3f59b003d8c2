import { counted } from '../../protocol';
import type { Followed } from '../following';
import { followingPauseAt, Schedule } from '../schedule';
import type { TrackedMessage } from '../trackedMessage';
import { Dropped } from './dropped';

/** A message that was delivered, and all that is said of it when its subscriber does something. */
export type FollowedMessage = TrackedMessage & Followed;

/** One trigger's own list of delivered messages whose subscribers may still do something it wants to hear of. */
export class FollowedList {
	readonly #messages: Map<string, FollowedMessage>;
	#list: FollowedMessage[] | undefined;
	readonly schedule = new Schedule(followingPauseAt);
	readonly #dropped = new Dropped();

	constructor(messages: readonly FollowedMessage[]) {
		this.#messages = new Map(messages.map((message) => [message.messageId, message]));
	}

	/** The messages by their IDs, those that have been followed longest first. */
	get byId(): ReadonlyMap<string, FollowedMessage> {
		return this.#messages;
	}

	/** The messages, as a list that stays the same one until something changes. */
	list(): FollowedMessage[] {
		this.#list ??= [...this.#messages.values()];
		return this.#list;
	}

	/**
	 * Takes a message in, or what is newly known of one, for which the gateway has just answered (`now`, milliseconds since 1970); of more
	 * than `most` the oldest go.
	 */
	put(message: FollowedMessage, most: number, now: number): void {
		this.#list = undefined;
		this.#messages.set(message.messageId, message);
		this.schedule.answered(message.messageId, Date.parse(message.followedSince), now);
		for (const messageId of this.#messages.keys()) {
			if (this.#messages.size <= most) break;
			this.forget(messageId);
			this.#dropped.note();
		}
	}

	/** Takes a message off the list. */
	forget(messageId: string): void {
		if (this.#messages.delete(messageId)) this.#list = undefined;
		this.schedule.done(messageId);
	}

	/** Says how many messages went because there were too many, once an hour at most; undefined when there is nothing to say. */
	warning(now: number): string | undefined {
		const count = this.#dropped.toTell(now);
		if (count === 0) return undefined;
		return `A Cascade Messaging Trigger follows too many messages in memory, so it will not report what becomes of ${counted(count, 'delivered message')}, the oldest. In the credential, choose to keep waiting messages in the n8n Data Table.`;
	}
}
