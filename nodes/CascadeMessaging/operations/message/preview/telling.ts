import type { Telling } from '../../shared/telling';
import type { SendFailure } from '../send/failure';
import { notSent } from '../send/failure';

/** How Preview tells of what keeps the whole run from being looked at, and of recipients where On Error gives them an output of their own. */
export const previewTelling: Telling<SendFailure> = {
	fromReading: notSent,
	besideError: ({ phone = null }) => ({ phone, willBeSent: false }),
	describeStop: () => ['Nothing was sent.'],
};
