import { counted, scalarText } from '../../../protocol';
import type { SuccessLine } from '../../shared/lines';
import { simplifier } from '../../shared/simplify';
import type { Telling } from '../../shared/telling';
import type { SendFailure } from './failure';
import { notSent } from './failure';

/** How Send tells of recipients that failed: what is known of the money, and whom not to send to again. */
export const sendTelling: Telling<SendFailure> = {
	shownBy: simplifier,
	fromReading: notSent,
	besideError: ({ phone = null }) => ({ phone, accepted: false }),
	describeStop: (failures, accepted) => [...describeOthers(failures.slice(1)), ...describeAccepted(accepted, failures)],
};

function describeOthers(failures: readonly SendFailure[]): string[] {
	const unclear = failures.filter(mayHaveBeenSent).length;
	const certain = failures.length - unclear;
	return [
		...(certain > 0 ? [`${counted(certain, 'more recipient')} ${certain === 1 ? 'was' : 'were'} not sent to or not accepted.`] : []),
		...(unclear > 0 ? [`The message to ${counted(unclear, 'more recipient')} may have been sent.`] : []),
	];
}

const LISTED_IDS = 20;

function describeAccepted(accepted: readonly SuccessLine[], failures: readonly SendFailure[]): string[] {
	if (accepted.length === 0)
		return failures.some(mayHaveBeenSent) ? ['No message was surely accepted in this run.'] : ['No message was accepted in this run.'];
	const listed = accepted.slice(0, LISTED_IDS).map(({ json }) => `${scalarText(json.phone) ?? ''} → ${scalarText(json.messageId) ?? ''}`);
	const [way, whom] = accepted.length === 1 ? ['its', 'this recipient'] : ['their', 'these recipients'];
	return [
		`Accepted before the stop, and on ${way} way: ${accepted.length} (phone → message ID): ${listed.join(', ')}${accepted.length > LISTED_IDS ? ', …' : '.'}`,
		`The whole list stands in the details under Error data: do not send to ${whom} again.`,
	];
}

function mayHaveBeenSent({ outcome }: SendFailure): boolean {
	return outcome === 'unknown';
}
