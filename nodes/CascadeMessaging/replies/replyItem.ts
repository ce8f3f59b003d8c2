import type { IDataObject } from 'n8n-workflow';

import type { Reply } from '../protocol';
import { isOfCampaign } from '../tracking/report';
import type { TrackedMessage } from '../tracking/trackedMessage';
import type { ReplySettings } from './settings';

/** What the store says of the message that is answered: the message, `unknown`, or `notAsked` when it could not be asked. */
export type Answered = TrackedMessage | 'unknown' | 'notAsked';

/** How many digits of two phones must be the same: a number may have been tracked without the code of its country. */
const SAME_DIGITS = 9;

/**
 * What the store says of a message, in the light of who answers: a message to another phone is not the one that is answered, and what was
 * attached to it is nobody else's business.
 */
export function answeredBy({ phone }: Reply, message: TrackedMessage | undefined): Answered {
	if (message === undefined) return 'unknown';
	const sentTo = message.phone?.replace(/\D/g, '') ?? '';
	return sentTo.length < SAME_DIGITS || phone.endsWith(sentTo.slice(-SAME_DIGITS)) ? message : 'unknown';
}

/** Says whether a reply starts the workflow. When the store could not be asked it does: a reply too many is better than one lost. */
export function isWanted(answered: Answered, { onlyCampaign, ignoreUnknown }: ReplySettings): boolean {
	if (answered === 'notAsked') return true;
	if (answered === 'unknown') return !ignoreUnknown && onlyCampaign === '';
	return isOfCampaign(answered.campaignName, onlyCampaign);
}

/** The item the trigger emits for a reply: all that was posted, and all that was known when the message was sent. */
export function itemOf({ messageId, phone, text, sender, repliedAt }: Reply, answered: Answered): IDataObject {
	return { messageId, phone, text, sender, repliedAt, ...partsOf(answered) };
}

function partsOf(answered: Answered): IDataObject {
	if (typeof answered === 'string') {
		return { known: answered === 'unknown' ? false : null, campaignName: null, sentAt: null, sentBy: null, data: {} };
	}
	const { campaignName, sentAt, workflowId, workflowName, executionId, data } = answered;
	return { known: true, campaignName, sentAt, sentBy: { workflowId, workflowName, executionId }, data };
}
