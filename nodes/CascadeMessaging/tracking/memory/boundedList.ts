import type { Schedule } from '../schedule';
import { Dropped } from './dropped';

/** Messages by their IDs, so many at most, and when each is to be asked about. */
export class BoundedList<M extends { readonly messageId: string }> {
	readonly schedule: Schedule;
	readonly #messages: Map<string, M>;
	#list: M[] | undefined;
	readonly #dropped = new Dropped();

	constructor(messages: readonly M[], schedule: Schedule) {
		this.schedule = schedule;
		this.#messages = new Map(messages.map((message) => [message.messageId, message]));
	}

	/** The messages by their IDs, those that came first in front. */
	get byId(): ReadonlyMap<string, M> {
		return this.#messages;
	}

	/** The messages, as a list that stays the same one until something changes. */
	list(): M[] {
		this.#list ??= [...this.#messages.values()];
		return this.#list;
	}

	/** Takes messages in, or what is newly known of them; of more than `most` the oldest go. */
	take(messages: readonly M[], most: number): void {
		this.#list = undefined;
		for (const message of messages) this.#messages.set(message.messageId, message);
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

	/** How many messages went because there were too many, told once an hour at most; 0 when there is nothing to tell. */
	dropped(now: number): number {
		return this.#dropped.toTell(now);
	}
}
