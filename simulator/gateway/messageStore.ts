import type { Channel } from './channel';
import type { AcceptedMessage } from './message';

const FIRST_MESSAGE_ID = 1179038981;

/** Everything the gateway took on, in order, found again by message ID, client number and phone. */
export class MessageStore {
	/** All accepted messages, oldest first. */
	readonly all: AcceptedMessage[] = [];
	readonly #byId = new Map<string, AcceptedMessage>();
	readonly #byClientNumber = new Map<string, AcceptedMessage>();
	readonly #byPhone = new Map<string, AcceptedMessage[]>();
	readonly #nextChannelIds = new Map<Channel, number>();

	/** The next message ID, digits. */
	nextId(): string {
		return String(FIRST_MESSAGE_ID + this.all.length);
	}

	/** Takes the next ID of a channel, digits. */
	takeChannelId(channel: Channel): string {
		const id = this.#nextChannelIds.get(channel) ?? channel.firstId;
		this.#nextChannelIds.set(channel, id + 1);
		return String(id);
	}

	/** Keeps a message. Its ID must be the one `nextId` gave. */
	add(message: AcceptedMessage): void {
		this.all.push(message);
		this.#byId.set(message.id, message);
		if (message.clientNumber !== null) this.#byClientNumber.set(asNumber(message.clientNumber), message);
		const samePhone = this.#byPhone.get(message.phone);
		if (samePhone) samePhone.push(message);
		else this.#byPhone.set(message.phone, [message]);
	}

	/** The message with this ID. */
	find(id: string): AcceptedMessage | undefined {
		return this.#byId.get(id);
	}

	/** The message the account sent under this client number; leading zeros do not count. */
	findByClientNumber(clientNumber: string): AcceptedMessage | undefined {
		return this.#byClientNumber.get(asNumber(clientNumber));
	}

	/** The account has money again: what waits for it starts now. @returns how many messages that is */
	topUp(now: number): number {
		const waiting = this.all.filter((message) => isQueued(message, now));
		for (const message of waiting) message.startsAt = now;
		return waiting.length;
	}

	/** All messages to a phone, oldest first. */
	ofPhone(phone: string): readonly AcceptedMessage[] {
		return this.#byPhone.get(phone) ?? [];
	}

	/** How many different phones got a message. */
	get phones(): number {
		return this.#byPhone.size;
	}
}

/** Whether a message waits for the account to be topped up (PROTOCOL section 6a). */
export function isQueued({ fate, startsAt }: AcceptedMessage, now: number): boolean {
	return fate.queued !== undefined && now < startsAt;
}

function asNumber(clientNumber: string): string {
	return clientNumber.replace(/^0+(?=\d)/, '');
}
