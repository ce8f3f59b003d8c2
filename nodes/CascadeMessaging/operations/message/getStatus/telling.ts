import { counted } from '../../../protocol/text';
import type { Telling } from '../../shared/telling';
import { isSplit } from './fields';
import { IN_PROGRESS, UNCLEAR } from './outputs';

/**
 * How Get Status tells of messages whose status is not known. Split by outcome, what the gateway could not be asked may be asked
 * again, as what is in progress is. What names no message would go round a loop for ever.
 */
export const getStatusTelling: Telling = {
	isSending: false,
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
