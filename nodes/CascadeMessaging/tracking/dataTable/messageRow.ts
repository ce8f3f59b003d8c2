import type { IDataObject } from 'n8n-workflow';

import type { StateRecord, Status } from '../../protocol';
import { CHANNEL_NAMES, channelStatusesOf, engagementOf, isRecord, numberOf, parseJson, scalarText } from '../../protocol';
import type { Report } from '../report';
import { reportOf } from '../report';
import type { TrackedMessage } from '../trackedMessage';
import { goesOutAt } from '../trackedMessage';
import type { Column, Row } from './row';

/** The columns of the table of messages: one row for each message, readable for people. */
export const MESSAGE_COLUMNS: readonly Column[] = [
	{ name: 'messageId', type: 'string' },
	{ name: 'phone', type: 'string' },
	{ name: 'campaign', type: 'string' },
	{ name: 'outcome', type: 'string' },
	{ name: 'final', type: 'boolean' },
	{ name: 'deliveredBy', type: 'string' },
	{ name: 'totalPrice', type: 'number' },
	// Not a date: n8n on SQLite compares dates of one day wrongly ("2026-01-02 10:00" with "2026-01-02T09:00").
	{ name: 'sentAt', type: 'string' },
	{ name: 'changedAt', type: 'string' },
	{ name: 'data', type: 'string' },
	{ name: 'clientMessageId', type: 'string' },
	{ name: 'workflowId', type: 'string' },
	{ name: 'workflowName', type: 'string' },
	{ name: 'executionId', type: 'string' },
	{ name: 'state', type: 'string' },
	{ name: 'channels', type: 'string' },
	{ name: 'learntAt', type: 'string' },
	{ name: 'account', type: 'string' },
];

/** The column for when a scheduled message goes out. Tables of older versions get it with the first such message; nobody else needs it. */
export const SEND_AT_COLUMNS: readonly Column[] = [{ name: 'sendAt', type: 'string' }];

/** The row of a message that has just been sent with an account (its key), for a table that tells `sendAt` or does not. */
export function rowOf(account: string, message: TrackedMessage, tellsSendAt: boolean): Record<string, unknown> {
	const { campaignName, data, sendAt, ...rest } = message;
	return {
		...rest,
		...(tellsSendAt && { sendAt }),
		account,
		campaign: campaignName,
		data: JSON.stringify(data),
		outcome: 'inProgress',
		final: false,
	};
}

/** What a final status changes in a row, but for the time of the change: equal for many messages. */
export function outcomeColumns({ outcome, state, deliveredBy, totalPrice, channels }: Status): Record<string, unknown> {
	return { outcome, state, deliveredBy, totalPrice, channels: JSON.stringify(channels), final: true };
}

/** What the gateway's words after delivery change in a row: equal for many messages. */
export function saidColumns({ state, channels }: Status): Record<string, unknown> {
	return { state, channels: JSON.stringify(channels) };
}

/** The message a row tells of. */
export function messageOf(row: Row): TrackedMessage {
	return {
		messageId: scalarText(row.messageId) ?? '',
		phone: scalarText(row.phone) ?? null,
		clientMessageId: scalarText(row.clientMessageId) ?? null,
		campaignName: scalarText(row.campaign) ?? null,
		sentAt: scalarText(row.sentAt) ?? '',
		sendAt: scalarText(row.sendAt) ?? null,
		workflowId: scalarText(row.workflowId) ?? null,
		workflowName: scalarText(row.workflowName) ?? null,
		executionId: scalarText(row.executionId) ?? null,
		data: parse(row.data),
	};
}

/** When the message of a row goes out or went out, ISO 8601: what the age of a row counts from. */
export function rowGoesOutAt({ sentAt, sendAt }: Row): string {
	return goesOutAt({ sentAt: scalarText(sentAt) ?? '', sendAt: scalarText(sendAt) ?? null });
}

/** The item a trigger emits for a row with a final status. */
export function reportOfRow(row: Row): Report {
	return reportOf(messageOf(row), statusOfRow(row));
}

/**
 * The final status in a row. What the gateway's words mean is worked out anew: rows of older versions hold nothing but the words.
 */
export function statusOfRow(row: Row): Omit<Status, 'outcome'> & { outcome: string } {
	const said = { state: scalarText(row.state) ?? '', channels: channelsIn(row.channels) };
	return {
		messageId: scalarText(row.messageId) ?? '',
		outcome: scalarText(row.outcome) ?? 'unknown',
		final: true,
		state: said.state,
		changedAt: scalarText(row.changedAt) ?? null,
		deliveredBy: (scalarText(row.deliveredBy) ?? null) as Status['deliveredBy'],
		engagement: engagementOf(said),
		channels: channelStatusesOf(said),
		totalPrice: numberOf(row.totalPrice),
	};
}

function channelsIn(text: unknown): StateRecord['channels'] {
	const channels = parse(text);
	return Object.fromEntries(
		CHANNEL_NAMES.flatMap((name) => {
			const channel = channels[name];
			if (!isRecord(channel)) return [];
			const { state, price, parts } = channel;
			return [[name, { state: scalarText(state) ?? null, price: numberOf(price), ...(parts !== undefined && { parts: numberOf(parts) }) }]];
		}),
	);
}

function parse(text: unknown): IDataObject {
	const value = parseJson(String(text));
	return isRecord(value) ? (value as IDataObject) : {};
}
