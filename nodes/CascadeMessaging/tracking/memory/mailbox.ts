import { counted } from '../../protocol';
import type { TrackedMessage } from '../trackedMessage';
import { goesOutAt } from '../trackedMessage';
import type { FollowedMessage } from './followedList';
import { Reader } from './reader';

const HOUR = 60 * 60_000;

/** How long a message that has gone out waits for a trigger that has not been activated yet, in milliseconds. */
const FOR_NEWCOMERS = HOUR;

/** The most messages a list holds: some 50 MB. The oldest go first. */
export const LONGEST_LIST = 100_000;

/** A trigger as it comes to poll: its key, and how long it is silent between two polls at most, in milliseconds. */
export interface Visitor {
	readonly key: string;
	readonly longestPause: number;
	/** What n8n saved of the trigger's list. */
	readonly restored: () => readonly TrackedMessage[];
	/** What n8n saved of the messages it follows; left out, it follows none. */
	readonly restoredFollowed?: () => readonly FollowedMessage[];
}

/**
 * Where Send leaves messages for the triggers of the same gateway account, inside one n8n process. Each trigger has a list
 * of its own, so each hears of every message.
 */
export class Mailbox {
	readonly #readers = new Map<string, Reader>();
	#recent: TrackedMessage[] = [];

	/** Whether any trigger of the account polls in this process. */
	hasReaders(now: number): boolean {
		return [...this.#readers.values()].some((reader) => !reader.isSilent(now));
	}

	/** The messages that were handed over lately and satisfy the condition, the newest first; `most` of them at most. */
	newest(most: number, satisfies: (message: TrackedMessage) => boolean): TrackedMessage[] {
		return this.#recent.toReversed().filter(satisfies).slice(0, most);
	}

	/**
	 * Hands messages to all triggers that still poll, and keeps them a while for one that comes later. Returns warnings for n8n's
	 * log: what was let go, and why.
	 */
	add(messages: readonly TrackedMessage[], now: number): string[] {
		const warnings = this.#letGo(now);
		for (const reader of this.#readers.values()) {
			if (reader.isGone) continue;
			reader.add(messages, LONGEST_LIST);
			const warning = reader.warning(now);
			if (warning !== undefined) warnings.push(warning);
		}
		this.#remember(messages, now);
		return warnings;
	}

	/** The list of a trigger; one that is new, or was let go, starts with what n8n saved of it, and what was sent lately. */
	readerOf({ key, longestPause, restored, restoredFollowed }: Visitor, now: number): Reader {
		const known = this.#readers.get(key);
		const reader = known ?? new Reader(restored(), restoredFollowed?.());
		// Nothing was added to the list of a trigger that seemed gone. It has not polled for what was sent lately, so nothing comes twice.
		if (known === undefined || known.isGone) reader.add(this.#sentLately(now), LONGEST_LIST);
		reader.polls(now, longestPause);
		this.#readers.set(key, reader);
		return reader;
	}

	/** Lets go of triggers in two steps: a computer that slept wakes up with all of them silent, and they poll a moment later. */
	#letGo(now: number): string[] {
		const warnings: string[] = [];
		for (const [key, reader] of this.#readers) {
			if (!reader.isSilent(now)) continue;
			if (reader.goneSince === undefined) {
				reader.goneSince = now;
			} else if (now - reader.goneSince > HOUR) {
				this.#readers.delete(key);
				warnings.push(
					`Cascade Messaging let go of a trigger that has not polled since ${new Date(reader.polledAt).toISOString()}, and of its list of ${counted(reader.waiting.size, 'waiting message')}. Activated again, it goes on with what n8n has saved of it.`,
				);
			}
		}
		return warnings;
	}

	/** Copies the list only when something leaves it: a big campaign hands over a few hundred messages again and again. */
	#remember(messages: readonly TrackedMessage[], now: number): void {
		if (this.#hasOld(beginningOf(now))) this.#recent = this.#sentLately(now);
		for (const message of messages) this.#recent.push(message);
		if (this.#recent.length > LONGEST_LIST) this.#recent = this.#recent.slice(-LONGEST_LIST);
	}

	/** Whether something went out up to a moment (ISO 8601). The list is in the order in which messages were handed over. */
	#hasOld(moment: string): boolean {
		for (const message of this.#recent) {
			if (goesOutAt(message) <= moment) return true;
			// Behind one that is scheduled there may be older ones.
			if (message.sendAt === null) return false;
		}
		return false;
	}

	/** What a newcomer hears of: also what has not gone out yet, however long ago it was handed over. */
	#sentLately(now: number): TrackedMessage[] {
		const since = beginningOf(now);
		return this.#recent.filter((message) => goesOutAt(message) > since);
	}
}

/** What went out since then waits for newcomers, ISO 8601 in UTC. */
function beginningOf(now: number): string {
	return new Date(now - FOR_NEWCOMERS).toISOString();
}

/** One mailbox for each gateway account. Action and trigger share this module, and so the mailboxes. */
const mailboxes = new Map<string, Mailbox>();

/** The mailbox of a gateway account. */
export function mailboxOf(accountKey: string): Mailbox {
	const mailbox = mailboxes.get(accountKey) ?? new Mailbox();
	mailboxes.set(accountKey, mailbox);
	return mailbox;
}
