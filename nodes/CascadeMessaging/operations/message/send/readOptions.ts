import { isRecord } from '../../../protocol/guards';
import type { Content } from '../../../protocol/message';
import { unreadable } from '../../shared/itemFailure';
import type { Given } from '../../shared/templates/given';
import type { ItemTexts } from '../../shared/templates/textReader';
import { toNumber } from '../../shared/values';
import { readSendAt } from './readSendAt';
import type { Clock, SendTime } from './readSendAt';

/** Campaign name and time to send at, from an item's Options. Throws `ItemError`. */
export function readCampaign(options: Given, clock: Clock, texts: ItemTexts): Pick<Content, 'campaignName'> & SendTime {
	const campaignName = texts.name(options.at('campaignName'), 'Campaign Name');
	const isSet = isRecord(options.value) && Object.hasOwn(options.value, 'sendAt');
	return { ...(campaignName !== undefined && { campaignName }), ...readSendAt(options.at('sendAt'), isSet, clock) };
}

const LONGEST_WAIT_MINUTES = 60;

/** How long to wait for final states, in milliseconds; 0 when the option is not set. Throws `ItemError`. */
export function readWait(options: unknown): number {
	const field = 'Wait for Final States';
	const minutes = toNumber(isRecord(options) ? options.waitForFinalStates : undefined, field) ?? 0;
	if (minutes >= 0 && minutes <= LONGEST_WAIT_MINUTES) return minutes * 60_000;
	throw unreadable('valueNotReadable', field, `${field} must be 0 to ${LONGEST_WAIT_MINUTES} minutes, but it is ${minutes}.`);
}
