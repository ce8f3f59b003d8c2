import type { IDataObject } from 'n8n-workflow';

import type { Recipient } from '../../../protocol';

/** A recipient that knows the input item it comes from and its place in the output. */
export interface PlannedRecipient extends Recipient {
	readonly item: number;
	readonly slot: number;
	/** What the sender attached for the trigger. */
	readonly data: IDataObject;
	/** Whether an earlier try of the run may have sent to it. */
	readonly mayHaveBeenSent: boolean;
}
