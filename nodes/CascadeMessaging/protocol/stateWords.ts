import { once } from './once';
import { beginWith, knownWords, wordsIn } from './words';

/** What became of a message, in the package's own words. */
export type Outcome = 'delivered' | 'notDelivered' | 'expired' | 'noReceipt' | 'inProgress' | 'unknown';

/** What a subscriber can do with a message that was delivered, in the order it happens; the last ends it. */
export const ENGAGEMENTS = ['read', 'linkOpened', 'unsubscribed'] as const;

/** What the subscriber did with a message that was delivered. */
export type Engagement = (typeof ENGAGEMENTS)[number];

/** What one of the gateway's words for a state means. */
export interface State {
	readonly outcome: Outcome;
	readonly final: boolean;
	readonly engagement?: Engagement;
}

/** The states of docs/protocol.md section 5, of messages and of channels alike. */
const STATES: Readonly<Record<string, State>> = {
	send: { outcome: 'inProgress', final: false },
	deliver: { outcome: 'delivered', final: true },
	not_deliver: { outcome: 'notDelivered', final: true },
	expired: { outcome: 'expired', final: true },
	partly_deliver: { outcome: 'noReceipt', final: true },
	read: { outcome: 'delivered', final: true, engagement: 'read' },
	link: { outcome: 'delivered', final: true, engagement: 'linkOpened' },
	unsubscribe: { outcome: 'delivered', final: true, engagement: 'unsubscribed' },
};

/** Case and blanks around a state are no part of it. */
const plain = (text: string): string => text.trim().toLowerCase();

/** What a state is known to mean; `undefined` for words of the gateway's own. */
export function knownState(text: string): State | undefined {
	const state = plain(text);
	return Object.hasOwn(STATES, state) ? STATES[state] : undefined;
}

/** Says whether a text is one of the states, not words of the gateway's own. */
export function isState(text: string): boolean {
	return knownState(text) !== undefined;
}

/** Says whether a text is the beginning of a state, but not a whole one: what is left of an answer that was cut off. */
export function isPartOfState(text: string): boolean {
	return !isState(text) && Object.keys(STATES).some((state) => state.startsWith(plain(text)));
}

const unknownId = once(() => ['Сообщение с таким ID не принималось', 'Сообщение с таким ID не найдено'].map(knownWords));

/** How long a gateway may take to know the ID of a message everywhere, in milliseconds. */
const SETTLING = 15 * 60_000;

/**
 * Translates the gateway's overall state. Any other text is an error the gateway reports: final, with the outcome `unknown`. One error is
 * not final: that the gateway does not know the ID, if it gave us that ID less than 15 minutes ago. `age` is how long ago that was, in
 * milliseconds; absent when nobody knows (docs/protocol.md section 5).
 */
export function readState(text: string, age = Infinity): State {
	return knownState(text) ?? (age < SETTLING && saysUnknownId(text) ? IN_PROGRESS : UNKNOWN);
}

const IN_PROGRESS: State = { outcome: 'inProgress', final: false };
const UNKNOWN: State = { outcome: 'unknown', final: true };

function saysUnknownId(text: string): boolean {
	const words = wordsIn(text);
	return unknownId().some((known) => beginWith(words, known));
}

/** Says whether a state will not change any more; cheaper than the whole status. `age` as in `readState`. */
export function isFinal(state: string, age?: number): boolean {
	return readState(state, age).final;
}
