import type { IDataObject } from 'n8n-workflow';

import type { Status } from '../protocol';
import { trimBlanks } from '../protocol';
import type { TrackedMessage } from './trackedMessage';

/** What a trigger wants to hear of. */
export interface Filter {
	/** Empty means all. */
	readonly outcomes: readonly string[];
	/** Without invisible characters at its ends. Empty means all. */
	readonly campaignName: string;
}

/** The item a trigger emits for a message. */
export type Report = IDataObject & { readonly messageId: string; readonly outcome: string };

/** The item a trigger emits for a message: its status, and all that was known when it was sent. */
export function reportOf(message: TrackedMessage, status: Omit<Status, 'outcome'> & { outcome: string }): Report {
	const { workflowId, workflowName, executionId, sentAt, phone, clientMessageId, campaignName, data } = message;
	return {
		...status,
		channels: { ...status.channels },
		phone,
		clientMessageId,
		campaignName,
		sentAt,
		sentBy: { workflowId, workflowName, executionId },
		data,
	};
}

/** The item for a message that has no final state although its time is up. */
export function timeoutOf(message: TrackedMessage): Report {
	const { messageId } = message;
	return reportOf(message, {
		messageId,
		outcome: 'timeout',
		final: true,
		state: 'send',
		changedAt: null,
		deliveredBy: null,
		engagement: null,
		channels: {},
		totalPrice: null,
	});
}

/** Says whether a trigger wants to hear of a report. */
export function passes(report: Report, { outcomes, campaignName }: Filter): boolean {
	const hasOutcome = outcomes.length === 0 || outcomes.includes(report.outcome);
	return hasOutcome && isOfCampaign(report.campaignName, campaignName);
}

/** Says whether the campaign of a message is the one a trigger wants; empty wants any. */
export function isOfCampaign(campaignName: unknown, wanted: string): boolean {
	return wanted === '' || (typeof campaignName === 'string' && trimBlanks(campaignName) === wanted);
}
