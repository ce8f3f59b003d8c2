import type { Gateway } from './gateway';
import type { AcceptedMessage } from './message';
import { type Progress, progressAt } from './progress';
import type { Engagement } from './timeline';

/** What a subscriber can do by hand with a message on the phone. */
export type Deed = Engagement | 'reply';

const ENGAGEMENTS: readonly Engagement[] = ['read', 'link', 'unsubscribe'];

/** Checks the name of a deed. @throws {TypeError} when there is none of that name */
export function readEngagement(value: unknown): Engagement {
	const known = ENGAGEMENTS.find((one) => one === value);
	if (known === undefined) throw new TypeError(`"deed" must be one of ${ENGAGEMENTS.join(', ')}.`);
	return known;
}

/** What a subscriber can do next: with a message that was delivered, until the sender is blocked. Whoever opens the link has read it. */
export function possibleDeeds({ channels }: Progress): Deed[] {
	const delivered = channels.find(({ state }) => state === 'deliver');
	const done = delivered?.engagement?.word;
	if (!delivered || done === 'unsubscribe') return [];
	return [
		...(done === undefined ? (['read'] as const) : []),
		...(done !== 'link' && delivered.content.button ? (['link'] as const) : []),
		'unsubscribe',
		...(delivered.content.row.takesReplies ? (['reply'] as const) : []),
	];
}

/**
 * Does something with a message by hand.
 * @throws {TypeError} when there is no such message, or its subscriber cannot do that now
 */
export function doDeed(gateway: Gateway, id: string, word: Engagement): void {
	const message = messageFor(gateway, id, word);
	message.deeds = [...(message.deeds ?? []), { word, at: gateway.clock.now() }];
}

/** The message with which something is to be done. @throws {TypeError} when there is none, or that cannot be done with it now */
export function messageFor({ store, clock }: Gateway, id: string, deed: Deed): AcceptedMessage {
	const message = store.find(id);
	if (!message) throw new TypeError(`There is no message ${id}.`);
	const possible = possibleDeeds(progressAt(message, clock.now()));
	if (possible.includes(deed)) return message;
	const words = possible.length > 0 ? `only ${possible.join(', ')}` : 'nothing: it was not delivered, or the sender is blocked';
	throw new TypeError(`"${deed}" cannot be done with message ${id} now; possible is ${words}.`);
}
