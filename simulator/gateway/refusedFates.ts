import type { Fate } from './fate';
import { KNOWN_WORDS, LIKE_REPEATS } from './knownWords';
import { WORDS } from './refusal';

/** Nothing is sent: the fate's name, why, and the words of the refusal. */
const REFUSED: readonly (readonly [name: string, why: string, words: string])[] = [
	['stop-list', 'on the stop list, in the words of the worked example', WORDS.stopList],
	['not-served', 'destination not served', WORDS.notServed],
	['no-money', 'not enough money', WORDS.noMoney],
	['stop-listed', 'on the stop list, in the words of the manual', KNOWN_WORDS.stopList],
	['destination-closed', 'destination closed for the account', KNOWN_WORDS.destinationClosed],
	['no-credit', 'nothing left on the account', KNOWN_WORDS.noCredit],
	['text-rejected', 'the moderator rejected the text', KNOWN_WORDS.textRejected],
	['sender-unknown', 'no such sender', KNOWN_WORDS.senderUnknown],
	['sender-not-approved', 'the sender has not passed moderation', KNOWN_WORDS.senderNotApproved],
	['phone-too-long', 'the phone is called too long', KNOWN_WORDS.phoneTooLong],
	['no-text', 'the text is called missing', KNOWN_WORDS.noText],
	['no-link', 'a link is called missing', KNOWN_WORDS.noLink],
	['account-blocked', 'the account is blocked, said of this recipient', KNOWN_WORDS.accountBlocked],
	['too-many-repeats', 'a limit of repeated messages; sounds like a repeat and is none', LIKE_REPEATS.tooManyRepeats],
	['wait-a-minute', 'sent to too lately; sounds like a repeat and is none', LIKE_REPEATS.waitAMinute],
	['duplicated-message', 'Duplicated message; sounds like a repeat and is none', LIKE_REPEATS.duplicatedMessage],
	['doubled-number', 'the phone stands there twice; sounds like a repeat and is none', LIKE_REPEATS.doubledNumber],
];

/** The message looks refused, and waits for money: the fate's name, how it is answered, and whether the answer carries the message ID. */
const QUEUED: readonly (readonly [name: string, answer: string, withId: boolean])[] = [
	['queued', 'answered like a refusal, without an ID', false],
	['queued-with-id', 'answered like a refusal, with its ID', true],
];

/** Fates that are answered with the words of a refusal (PROTOCOL section 6a). */
export const REFUSED_FATES: readonly Fate[] = [
	...REFUSED.map(([name, why, words]): Fate => ({ name, about: `refused: ${why}`, usually: { ending: 'not_deliver' }, refusal: words })),
	...QUEUED.map(([name, answer, withId]): Fate => ({
		name,
		about: `${answer}; sent and charged once the account is topped up, by itself after 30 minutes`,
		usually: { ending: 'read' },
		queued: { text: KNOWN_WORDS.queuedUntilTopUp, withId, minutes: 30 },
	})),
];
