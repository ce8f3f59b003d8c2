import type { IDataObject } from 'n8n-workflow';

/** A message whose outcome the trigger is to report, with all it must say beside the outcome. */
export interface TrackedMessage {
	readonly messageId: string;
	readonly phone: string | null;
	readonly clientMessageId: string | null;
	readonly campaignName: string | null;
	/** ISO 8601, UTC. */
	readonly sentAt: string;
	readonly workflowId: string | null;
	readonly workflowName: string | null;
	readonly executionId: string | null;
	/** What the sender attached. */
	readonly data: IDataObject;
}
