import { KNOWN_WORDS } from './knownWords';
import { WORDS } from './refusal';

interface RepeatRefusal {
	readonly text: string;
	/** Whether it carries the first message's ID. */
	readonly withId: boolean;
}

/**
 * How a client number that was used before is answered: refused in the simulator's own words or in those of the SMS
 * interface (PROTOCOL section 6a), with the first message's ID or without; or, with `echo`, as the first message was.
 */
export const REPEAT_ANSWERS = {
	refuse: { text: WORDS.usedClientNumber, withId: false },
	'refuse-with-id': { text: WORDS.usedClientNumber, withId: true },
	'sent-before': { text: KNOWN_WORDS.sentBefore, withId: false },
	'sent-before-with-id': { text: KNOWN_WORDS.sentBefore, withId: true },
	echo: 'echo',
} as const satisfies Readonly<Record<string, RepeatRefusal | 'echo'>>;

/** A name of the table. */
export type RepeatAnswer = keyof typeof REPEAT_ANSWERS;
