import type { PlannedRecipient } from '../send/plannedRecipient';

/**
 * A contact list that is sent to, in the place of a recipient. Its `phone` is what it is called in sentences and in the memory of a run; no output
 * shows it.
 */
export interface PlannedList extends PlannedRecipient {
	readonly contactList: string;
	/** When this list is sent to, `YYYY-MM-DD hh:mm` on the gateway's clock; absent for the time of the content. */
	readonly sendAt?: string;
}
