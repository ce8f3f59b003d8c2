import type { Fate } from './fate';
import { KNOWN_WORDS, LIKE_REPEATS } from './knownWords';
import { WORDS } from './refusal';

/** Fates that are answered with a refusal (PROTOCOL section 6a): most send nothing, the queued ones wait for money. */
export const REFUSED_FATES: readonly Fate[] = [
	refused('stop-list', 'on the stop list, in the words of the worked example', WORDS.stopList),
	refused('not-served', 'destination not served', WORDS.notServed),
	refused('no-money', 'not enough money', WORDS.noMoney),
	refused('stop-listed', 'on the stop list, in the words of the manual', KNOWN_WORDS.stopList),
	refused('destination-closed', 'destination closed for the account', KNOWN_WORDS.destinationClosed),
	refused('no-credit', 'nothing left on the account', KNOWN_WORDS.noCredit),
	queued('queued', 'answered like a refusal, without an ID', false),
	queued('queued-with-id', 'answered like a refusal, with its ID', true),
	refused('text-rejected', 'the moderator rejected the text', KNOWN_WORDS.textRejected),
	refused('sender-unknown', 'no such sender', KNOWN_WORDS.senderUnknown),
	refused('sender-not-approved', 'the sender has not passed moderation', KNOWN_WORDS.senderNotApproved),
	refused('phone-too-long', 'the phone is called too long', KNOWN_WORDS.phoneTooLong),
	refused('no-text', 'the text is called missing', KNOWN_WORDS.noText),
	refused('no-link', 'a link is called missing', KNOWN_WORDS.noLink),
	refused('account-blocked', 'the account is blocked, said of this recipient', KNOWN_WORDS.accountBlocked),
	refused('too-many-repeats', 'a limit of repeated messages; sounds like a repeat and is none', LIKE_REPEATS.tooManyRepeats),
	refused('wait-a-minute', 'sent to too lately; sounds like a repeat and is none', LIKE_REPEATS.waitAMinute),
	refused('duplicated-message', 'Duplicated message; sounds like a repeat and is none', LIKE_REPEATS.duplicatedMessage),
	refused('doubled-number', 'the phone stands there twice; sounds like a repeat and is none', LIKE_REPEATS.doubledNumber),
];

function refused(name: string, reason: string, refusal: string): Fate {
	return { name, about: `refused: ${reason}`, usually: { ending: 'not_deliver' }, refusal };
}

function queued(name: string, answer: string, withId: boolean): Fate {
	return {
		name,
		about: `${answer}; sent and charged once the account is topped up, by itself after 30 minutes`,
		usually: { ending: 'read' },
		queued: { text: KNOWN_WORDS.queuedUntilTopUp, withId, minutes: 30 },
	};
}
