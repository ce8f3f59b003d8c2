import type { FaultOrder } from '../../../../simulator';
import type { ColumnName } from '../columns';

/**
 * What a cell must come to, in short: a letter for each recipient or message, the codes of what failed, how many answers
 * fitted nobody, and how often the gateway was reached. `AAUUU notAnswered +1 ×2`
 *
 * | letter | Send: the recipient is | letter | Get Status, poll: the message is |
 * | --- | --- | --- | --- |
 * | A | accepted, with the ID the gateway gave to it | T | told, with its own final or open state |
 * | P | accepted by an earlier try: a repeat | U | not known; Get Status says so |
 * | R | refused by the gateway | O | told as "unknown", in the gateway's words |
 * | N | not sent for sure | L | reported by the next poll that goes well |
 * | U | unknown: it may have been sent | W | still waiting for a poll that goes well |
 * | X | told something untrue | X | told something untrue, or lost |
 *
 * Look Up: T is a phone that is told, U one that is not known. Stop List: Add: A is a phone that was put there, R, N and U as in Send.
 *
 * Preview with Estimate Cost: C is a recipient with its cost, N one without, X one that is not shown rightly.
 */
export type Expectation = string;

/** What each column of a row must come to; a column that is absent is not run. */
export type Expectations = Readonly<Partial<Record<ColumnName, Expectation>>>;

/** One fault, and what must come of it. */
export interface Row {
	/** Short, for the names of the tests. */
	readonly name: string;
	/** For the reader of the document. */
	readonly title: string;
	/** What to know of the cells of Send. */
	readonly note?: string;
	readonly statusNote?: string;
	readonly pollNote?: string;
	/** The fault; absent where the trouble is on the way. */
	readonly fault?: FaultOrder;
	/** How the fault strikes in the columns where it passes; usual: the next request only. */
	readonly passing?: FaultOrder;
	/** Trouble on the way to the gateway. */
	readonly way?: 'no such name' | 'untrusted certificate';
	/** Seconds; a run with a silent gateway would take its usual half minute. */
	readonly timeout?: number;
	/** Played with Track and with On Error set to stop, too. */
	readonly everyWay?: boolean;
	/** Sends to the first recipient and asks for the first message only. */
	readonly alone?: boolean;
	/** Sends one recipient per request. */
	readonly oneByOne?: boolean;
	/** The phone of the fourth recipient, whose fate is another than the stop list. */
	readonly fourth?: string;
	/** The phone the first message whose state is asked for went to; usual: delivered and read. */
	readonly first?: string;
	/** The message ID a fault puts in the place of all. */
	readonly givenId?: string;
	readonly expect: Expectations;
}
