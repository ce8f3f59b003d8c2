import type { Limits } from './codecs/codec';
import type { Content, Message, Recipient } from './message';

/** What to send to whom: one recipient with the content meant for it. */
export interface Sending<R extends Recipient = Recipient> {
	readonly content: Content;
	readonly recipient: R;
}

/** The bounds of one request. */
export interface RequestLimits {
	readonly recipients: number;
	readonly messages: number;
	/** Says whether a message is short enough for one request. */
	readonly fits: (message: Message) => boolean;
}

/** The bounds a protocol sets, with at most `recipients` in each request. */
export function limitsOf(limits: Limits, recipients: number): RequestLimits {
	return {
		recipients,
		messages: limits.messagesPerRequest,
		fits: (message) => limits.objectionToLength(message) === undefined,
	};
}

/** What part of a request may stay free so that a message need not be split: recipients of one time zone share one, say. */
const ROOM_LEFT_FREE = 0.2;

/**
 * Packs sendings into requests, each a list of messages: equal contents share one message, different messages share one
 * request, in the order they come and as full as the limits allow, but for a fifth at most: a message that does not fit into what is left of a
 * nearly full request begins the next one. A recipient whose message fits no request gets one all the same:
 * `checkMessage` refuses it before. It goes bit by bit: who packs very many sendings can do something else in between.
 */
export class RequestPacker<R extends Recipient> {
	readonly #limits: RequestLimits;
	readonly #groups = new Map<string, { content: Content; recipients: R[] }>();
	#last: { readonly content: Content; readonly recipients: R[] } | undefined;

	constructor(limits: RequestLimits) {
		this.#limits = limits;
	}

	/** Puts a sending to those of equal content. */
	add({ content, recipient }: Sending<R>): void {
		if (this.#last?.content === content) {
			this.#last.recipients.push(recipient);
			return;
		}
		const key = JSON.stringify(content);
		const group = this.#groups.get(key) ?? { content, recipients: [] };
		group.recipients.push(recipient);
		this.#groups.set(key, group);
		this.#last = { content, recipients: group.recipients };
	}

	/** The requests for all that was added, in order. */
	*requests(): Generator<Message<R>[]> {
		const limits = this.#limits;
		const most = Math.max(1, limits.recipients);
		let request: Message<R>[] = [];
		let room = most;
		for (const { content, recipients } of this.#groups.values()) {
			const isBetterWhole = recipients.length > room && recipients.length <= most && room <= most * ROOM_LEFT_FREE;
			if (isBetterWhole) room = 0;
			let start = 0;
			while (start < recipients.length) {
				if (room === 0 || request.length === limits.messages) {
					yield request;
					request = [];
					room = most;
				}
				const part = takeFitting({ content, recipients }, start, room, limits);
				request.push(part);
				room -= part.recipients.length;
				start += part.recipients.length;
			}
		}
		if (request.length > 0) yield request;
	}
}

/** The message with as many recipients from `start` on as fit, at least one and at most `room`. */
function takeFitting<R extends Recipient>(message: Message<R>, start: number, room: number, { fits }: RequestLimits): Message<R> {
	const { content, recipients } = message;
	const available = Math.min(room, recipients.length - start);
	if (available === recipients.length && fits(message)) return message;
	const take = (count: number): Message<R> => ({ content, recipients: recipients.slice(start, start + count) });
	// By doubling: trying all that are left each time would cost quadratic time where few of very many fit.
	let least = 1;
	let most = Math.min(2, available + 1);
	while (most <= available && fits(take(most))) {
		least = most;
		most = Math.min(2 * most, available + 1);
	}
	while (most - least > 1) {
		const middle = Math.floor((least + most) / 2);
		if (fits(take(middle))) least = middle;
		else most = middle;
	}
	return take(least);
}
