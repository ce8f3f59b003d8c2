import type { TrackedMessage } from '../trackedMessage';
import { goesOutAt } from '../trackedMessage';
import { mailboxOf } from './mailbox';

const DAY = 24 * 60 * 60_000;

/** How long a message is kept for replies after it has gone out, in milliseconds. */
const KEPT_FOR = 7 * DAY;

/** The most messages that are kept for replies: some 50 MB, most of which the mailbox holds as well. */
const MOST = 100_000;

/** What was sent with an account, final or not, so that replies find their message. The oldest go first. */
export class SentMessages {
	/** In the order in which they were handed over. */
	readonly #messages = new Map<string, TrackedMessage>();

	/** Keeps messages at `now`, milliseconds since 1970. */
	add(messages: readonly TrackedMessage[], now: number): void {
		for (const message of messages) {
			this.#messages.delete(message.messageId);
			this.#messages.set(message.messageId, message);
		}
		const end = lastOf(now);
		for (const [messageId, message] of this.#messages) {
			if (this.#messages.size > MOST || goesOutAt(message) <= end) this.#messages.delete(messageId);
			// Behind one that is scheduled there may be older ones.
			else if (message.sendAt === null) break;
		}
	}

	/** The message of an ID, unless it is too old or was never kept. */
	find(messageId: string, now: number): TrackedMessage | undefined {
		const message = this.#messages.get(messageId);
		return message === undefined || goesOutAt(message) <= lastOf(now) ? undefined : message;
	}
}

/** What went out up to then is kept no longer, ISO 8601 in UTC. */
function lastOf(now: number): string {
	return new Date(now - KEPT_FOR).toISOString();
}

/** By the account's key; an account for whose replies nobody waits has none, and so costs nothing. */
const kept = new Map<string, SentMessages>();

/**
 * From now on keeps what is sent with an account (its key), and what its mailbox still remembers. Returns all of it. Keeping goes on as long as
 * the process lives, for n8n takes a trigger off and on again whenever its workflow is saved.
 */
export function keepForReplies(account: string, now: number): SentMessages {
	const known = kept.get(account);
	if (known !== undefined) return known;
	const sent = new SentMessages();
	const newestFirst = mailboxOf(account).newest(MOST, () => true);
	sent.add(newestFirst.reverse(), now);
	kept.set(account, sent);
	return sent;
}

/** Keeps messages that have just been sent with an account (its key), if anybody waits for replies to them. */
export function rememberSent(account: string, messages: readonly TrackedMessage[], now: number): void {
	kept.get(account)?.add(messages, now);
}

/**
 * The message of an ID that was sent with an account (its key) in this process. Right after a start of n8n a reply may come before n8n has put
 * its trigger to work: then keeping begins here.
 */
export function findSent(account: string, messageId: string, now: number): TrackedMessage | undefined {
	return keepForReplies(account, now).find(messageId, now);
}
