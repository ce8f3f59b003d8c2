import type { IDataObject } from 'n8n-workflow';

import { counted } from '../../../protocol';
import type { Failure } from '../failure';
import type { Telling } from '../telling';
import type { AccountFailure } from './failure';

/** How operations that ask about the account tell of items that failed. `besideError` says which of their fields stand beside the error. */
export function askingTelling(besideError: (failure: AccountFailure) => IDataObject = () => ({})): Telling<AccountFailure> {
	return {
		fromReading: (failure) => failure,
		besideError,
		describeStop: ({ length }, { length: known }) => [
			...(length > 1 ? [`${counted(length - 1, 'more item')} failed too.`] : []),
			...(known > 0 ? ['What was learnt stands in the details under Error data.'] : []),
		],
	};
}

/** How operations that change something for each phone tell of what failed: what was done, and what may have been. */
export const changingTelling: Telling<AccountFailure> = {
	fromReading: notDone,
	besideError: ({ phone = null, contactList }) => ({ phone, ...(contactList !== undefined && { contactList }), done: null }),
	describeStop: (failures, { length: done }) => {
		const others = failures.slice(1);
		const unclear = others.filter(({ outcome }) => outcome === 'unknown').length;
		const certain = others.length - unclear;
		return [
			...(certain > 0 ? [`${counted(certain, 'more change')} ${certain === 1 ? 'was' : 'were'} not made.`] : []),
			...(unclear > 0 ? [`${counted(unclear, 'more change')} may have been made.`] : []),
			done === 0
				? 'No change was surely made in this run.'
				: `${counted(done, 'change')} ${done === 1 ? 'was' : 'were'} made, and ${done === 1 ? 'stands' : 'stand'} in the details under Error data.`,
			'The run may safely be repeated: what was done already is not done twice.',
		];
	},
};

/** Makes a failure that was found before anything was done one of a change. */
export function notDone(failure: Failure): AccountFailure {
	return { outcome: 'notDone', ...failure };
}
