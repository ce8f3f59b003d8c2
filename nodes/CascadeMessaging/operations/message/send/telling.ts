import { textOf } from '../../../protocol/guards';
import { counted } from '../../../protocol/text';
import type { Failure } from '../../shared/itemFailure';
import type { SuccessLine } from '../../shared/lines';
import type { Telling } from '../../shared/telling';

/** How Send tells of recipients that failed: what is known of the money, and whom not to send to again. */
export const sendTelling: Telling = {
	isSending: true,
	besideError: ({ phone = null }) => ({ phone, accepted: false }),
	describeStop: (failures, accepted) => [...describeOthers(failures.slice(1)), ...describeAccepted(accepted, failures)],
};

function describeOthers(failures: readonly Failure[]): string[] {
	const unclear = failures.filter(isUnclear).length;
	const certain = failures.length - unclear;
	return [
		...(certain > 0 ? [`${counted(certain, 'more recipient')} ${certain === 1 ? 'was' : 'were'} not sent to or not accepted.`] : []),
		...(unclear > 0 ? [`The message to ${counted(unclear, 'more recipient')} may have been sent.`] : []),
	];
}

const LISTED_IDS = 20;

function describeAccepted(accepted: readonly SuccessLine[], failures: readonly Failure[]): string[] {
	if (accepted.length === 0) return failures.some(isUnclear) ? ['No message was surely accepted in this run.'] : ['No message was accepted in this run.'];
	const listed = accepted.slice(0, LISTED_IDS).map(({ json }) => `${textOf(json.phone) ?? ''} → ${textOf(json.messageId) ?? ''}`);
	const [way, whom] = accepted.length === 1 ? ['its', 'this recipient'] : ['their', 'these recipients'];
	return [
		`Accepted before the stop, and on ${way} way: ${accepted.length} (phone → message ID): ${listed.join(', ')}${accepted.length > LISTED_IDS ? ', …' : '.'}`,
		`The whole list stands in the details under Error data: do not send to ${whom} again.`,
	];
}

function isUnclear({ outcome }: Failure): boolean {
	return outcome === 'unknown';
}
