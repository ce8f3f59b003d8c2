import type { Reason } from '../../../protocol';
import { counted } from '../../../protocol';
import type { StateTrouble } from '../../../transport/stateReply';
import type { Failure, ReadingCode, RunCode } from '../../shared/failure';
import { simplifier } from '../../shared/simplify';
import type { Telling } from '../../shared/telling';
import type { MessageIdCode } from '../messageIds';
import { IN_PROGRESS, UNCLEAR } from './outputs';
import { isSplit } from './splitByOutcome';

/** Why the status of a message is not known, or why an item names no message. */
export interface StatusFailure extends Failure<ReadingCode | RunCode | MessageIdCode | StateTrouble['code']> {
	/** Why the gateway refused the question, where its words are known (docs/protocol.md section 6a). */
	readonly reason?: Reason;
	/** The message, where the item names one. */
	readonly messageId?: string;
}

/**
 * How Get Status tells of messages whose status is not known. Split by outcome, a message the gateway could not be asked about comes out of
 * In Progress, so that a loop asks again. An item that names no message comes out of Unclear: it would go round the loop for ever.
 */
export const getStatusTelling: Telling<StatusFailure> = {
	shownBy: simplifier,
	fromReading: (failure) => failure as StatusFailure,
	besideError: ({ messageId = null }) => ({ messageId }),
	outputOf: (context, { messageId }) => {
		if (!isSplit(context)) return 0;
		return messageId === undefined ? UNCLEAR : IN_PROGRESS;
	},
	describeStop: ({ length }, { length: known }) => [
		...(length > 1 ? [`The status of ${counted(length - 1, 'more message')} is not known either.`] : []),
		known === 0
			? 'No status was learnt in this run.'
			: `The status of ${counted(known, 'other message')} is known, and stands in the details under Error data.`,
	],
};
