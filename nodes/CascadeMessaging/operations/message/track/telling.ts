import { counted } from '../../../protocol/text';
import type { Telling } from '../../shared/telling';

/** How Track tells of items that failed. With On Error "stop" it reads all items before it hands over the first. */
export const trackTelling: Telling = {
	isSending: false,
	besideError: ({ messageId = null }) => ({ messageId, tracked: false }),
	describeStop: ({ length }) => [
		...(length > 1 ? [`${counted(length - 1, 'more item')} cannot be read either.`] : []),
		'No message of this run was handed over to the trigger.',
	],
};
