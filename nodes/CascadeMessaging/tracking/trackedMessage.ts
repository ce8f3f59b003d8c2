import type { IDataObject } from 'n8n-workflow';

/** A message whose outcome the trigger is to report, with all it must say beside the outcome. */
export interface TrackedMessage {
	readonly messageId: string;
	readonly phone: string | null;
	readonly clientMessageId: string | null;
	readonly campaignName: string | null;
	/** When it was handed over, ISO 8601 in UTC. */
	readonly sentAt: string;
	/** When the gateway is to send it, ISO 8601 in UTC; null for at once. */
	readonly sendAt: string | null;
	readonly workflowId: string | null;
	readonly workflowName: string | null;
	readonly executionId: string | null;
	/** What the sender attached. */
	readonly data: IDataObject;
}

/**
 * When a message goes out, ISO 8601 in UTC; its age counts from then. That is when it was handed over, or later where it is scheduled: a moment
 * that has passed means at once.
 */
export function goesOutAt({ sentAt, sendAt }: Pick<TrackedMessage, 'sentAt' | 'sendAt'>): string {
	return sendAt !== null && sendAt > sentAt ? sendAt : sentAt;
}

/** Says whether a message has gone out at a moment (ISO 8601 in UTC): before that, there is nothing to ask. */
export function isOut({ sendAt }: Pick<TrackedMessage, 'sendAt'>, now: string): boolean {
	return sendAt === null || sendAt <= now;
}
