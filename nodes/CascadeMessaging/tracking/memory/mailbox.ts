import type { TrackedMessage } from '../trackedMessage';
import { Schedule } from '../schedule';

/** How long a message waits for a trigger that has not been activated yet, in milliseconds. */
const FOR_NEWCOMERS = 60 * 60_000;

/** One trigger's own list of what it still has to report. */
export interface Reader {
	readonly waiting: Map<string, TrackedMessage>;
	readonly schedule: Schedule;
}

/**
 * Where Send leaves messages for the triggers of the same gateway account, inside one n8n process. Each trigger has a list
 * of its own, so each hears of every message.
 */
export class Mailbox {
	readonly #readers = new Map<string, Reader>();
	#recent: readonly TrackedMessage[] = [];

	/** Whether a trigger has asked for messages in this process. */
	get hasReaders(): boolean {
		return this.#readers.size > 0;
	}

	/** The message that was handed over last, if it was lately. */
	get last(): TrackedMessage | undefined {
		return this.#recent.at(-1);
	}

	/** Hands messages to all triggers, and keeps them a while for one that comes later. */
	add(messages: readonly TrackedMessage[], now: number): void {
		for (const { waiting } of this.#readers.values()) {
			for (const message of messages) waiting.set(message.messageId, message);
		}
		this.#recent = [...this.sentLately(now), ...messages];
	}

	/** The list of a trigger; one that is new starts with what it had before a restart, and what was sent lately. */
	readerOf(key: string, restored: () => readonly TrackedMessage[], now: number): Reader {
		const known = this.#readers.get(key);
		if (known !== undefined) return known;
		const messages = [...restored(), ...this.sentLately(now)];
		const reader = { waiting: new Map(messages.map((message) => [message.messageId, message])), schedule: new Schedule() };
		this.#readers.set(key, reader);
		return reader;
	}

	private sentLately(now: number): readonly TrackedMessage[] {
		const first = this.#recent.findIndex(({ sentAt }) => Date.parse(sentAt) > now - FOR_NEWCOMERS);
		return first === -1 ? [] : this.#recent.slice(first);
	}
}

/** One mailbox for each gateway account. Action and trigger share this module, and so the mailboxes. */
const mailboxes = new Map<string, Mailbox>();

/** The mailbox of a gateway account. */
export function mailboxOf(accountKey: string): Mailbox {
	const mailbox = mailboxes.get(accountKey) ?? new Mailbox();
	mailboxes.set(accountKey, mailbox);
	return mailbox;
}
