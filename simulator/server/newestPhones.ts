import type { Content } from '../gateway/content';
import type { Gateway } from '../gateway/gateway';
import type { AcceptedMessage } from '../gateway/message';
import { progressAt } from '../gateway/progress';
import type { RefusedPhone } from '../gateway/refusedPhones';

const searchable = new WeakMap<Content, string>();

/**
 * The phones that were sent or refused a message most recently, newest first, each once.
 * @param filter words that must all occur in phone, message ID, client number, campaign, texts, senders or state; any case
 * @param most how many
 */
export function newestPhones(gateway: Gateway, filter: string, most: number): string[] {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	const now = gateway.clock.now();
	const found = new Map<string, number>();
	const { all } = gateway.store;
	for (let index = all.length - 1; index >= 0 && found.size < most; index--) {
		const message = all[index];
		if (message && !found.has(message.phone) && fits(message, words, now)) found.set(message.phone, message.acceptedAt);
	}
	for (const { phone, at } of gateway.refusedPhones
		.newest()
		.filter((one) => isAbout(one, words))
		.slice(0, most)) {
		if (at > (found.get(phone) ?? -Infinity)) found.set(phone, at);
	}
	return [...found]
		.sort(([, one], [, other]) => other - one)
		.slice(0, most)
		.map(([phone]) => phone);
}

/** A refused phone is found by its number, by the words of the refusal, and by the word "refused". */
function isAbout({ phone, text }: RefusedPhone, words: readonly string[]): boolean {
	const all = `${phone} refused ${text.toLowerCase()}`;
	return words.every((word) => all.includes(word));
}

function fits(message: AcceptedMessage, words: readonly string[], now: number): boolean {
	if (words.length === 0) return true;
	const text = `${message.phone} ${message.id} ${message.clientNumber ?? ''} ${textOf(message.content)}`;
	const state = progressAt(message, now).state;
	return words.every((word) => text.includes(word) || state === word);
}

function textOf(content: Content): string {
	const known = searchable.get(content);
	if (known !== undefined) return known;
	const parts = content.cascade.flatMap(({ sender, text, template }) => [sender, text, ...(template?.data.values() ?? [])]);
	const all = [content.campaign, ...parts].join(' ').toLowerCase();
	searchable.set(content, all);
	return all;
}
