import type { IDataObject } from 'n8n-workflow';

import type { Engagement, Status } from '../protocol';
import { trimBlanks } from '../protocol';
import type { TrackedMessage } from './trackedMessage';

/** What a trigger can tell of a message: how it ended, and what the subscriber did then. */
export type Event = 'finalOutcome' | Engagement;

/** What a trigger wants to hear of. */
export interface Filter {
	readonly events: readonly Event[];
	/** Of final outcomes alone. Empty means all. */
	readonly outcomes: readonly string[];
	/** Without invisible characters at its ends. Empty means all. */
	readonly campaignName: string;
}

/** The item a trigger emits for a message. */
export type Report = IDataObject & { readonly event: Event; readonly messageId: string; readonly outcome: string };

/** The item a trigger emits for the end of a message: its status, and all that was known when it was sent. */
export function reportOf(message: TrackedMessage, status: Omit<Status, 'outcome'> & { outcome: string }): Report {
	const { workflowId, workflowName, executionId, sentAt, sendAt, phone, clientMessageId, campaignName, data } = message;
	return {
		event: 'finalOutcome',
		...status,
		channels: { ...status.channels },
		phone,
		clientMessageId,
		campaignName,
		sentAt,
		sendAt,
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

/** The item for something a subscriber did, made of the one for the end of the message as it stands now; `changedAt` is when that was. */
export function eventOf(report: Report, { event, at, inferred }: { event: Engagement; at: string; inferred: boolean }): Report {
	return { ...report, event, changedAt: at, inferred };
}

/** Says whether a trigger wants to hear of a report. */
export function passes(report: Report, { events, outcomes, campaignName }: Filter): boolean {
	const hasOutcome = report.event !== 'finalOutcome' || outcomes.length === 0 || outcomes.includes(report.outcome);
	return events.includes(report.event) && hasOutcome && isOfCampaign(report.campaignName, campaignName);
}

/** Says whether the campaign of a message is the one a trigger wants; empty wants any. */
export function isOfCampaign(campaignName: unknown, wanted: string): boolean {
	return wanted === '' || (typeof campaignName === 'string' && trimBlanks(campaignName) === wanted);
}
