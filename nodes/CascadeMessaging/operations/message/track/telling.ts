import { counted } from '../../../protocol';
import type { Failure, ReadingCode, RunCode } from '../../shared/failure';
import type { Telling } from '../../shared/telling';
import type { MessageIdCode } from '../messageIds';

/** Why an item was not tracked. */
export interface TrackFailure extends Failure<ReadingCode | RunCode | MessageIdCode> {
	readonly messageId?: string;
}

/** How Track tells of items that failed. With On Error "stop" it reads all items before it hands over the first. */
export const trackTelling: Telling<TrackFailure> = {
	fromReading: (failure) => failure as TrackFailure,
	besideError: ({ messageId = null }) => ({ messageId, tracked: false }),
	describeStop: ({ length }) => [
		...(length > 1 ? [`${counted(length - 1, 'more item')} cannot be read either.`] : []),
		'No message of this run was handed over to the trigger.',
	],
};
