import { counted, scalarText } from '../../../protocol';
import type { Telling } from '../../shared/telling';
import type { SendFailure } from '../send/failure';
import { notSent } from '../send/failure';

/** How Send to List tells of what failed, and which lists are not to be sent to again. */
export const listTelling: Telling<SendFailure> = {
	fromReading: notSent,
	besideError: ({ contactList = null, phone }) => ({ contactList, ...(phone !== undefined && { phone }), accepted: false }),
	describeStop: (failures, accepted) => {
		const others = failures.slice(1);
		const lists = accepted.map(({ json }) => scalarText(json.contactList) ?? '');
		const isUnclear = failures.some(({ outcome }) => outcome === 'unknown');
		return [
			...(others.length > 0 ? [`${counted(others.length, 'more failure')} in this run.`] : []),
			lists.length === 0
				? `No list was ${isUnclear ? 'surely ' : ''}sent to in this run.`
				: `Sent to before the stop: ${lists.join(', ')}. What was accepted stands in the details under Error data: do not send to ${lists.length === 1 ? 'this list' : 'these lists'} again.`,
		];
	},
};
