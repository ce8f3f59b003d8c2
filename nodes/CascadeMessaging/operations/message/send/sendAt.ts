import type { INodeProperties } from 'n8n-workflow';

import type { Content } from '../../../protocol';
import { isBlank, isRecord, readInstant, shorten, toGatewayTime } from '../../../protocol';
import type { Failure, ItemError } from '../../shared/failure';
import { unreadable } from '../../shared/failure';
import type { Given } from '../../shared/templates/given';
import { datesAsText } from '../../shared/values';

/** The stable codes of moments at which nothing can be sent. */
export type SendAtCode = 'sendAtInvalid' | 'sendAtPast';

/** The parameter that says when the gateway is to send. */
export const sendAtField: INodeProperties = {
	displayName: 'Send At',
	name: 'sendAt',
	type: 'dateTime',
	default: '',
	description:
		"When the gateway is to send; empty means now. An expression that gives nothing, and a moment gone by, are refused. Converted from the workflow's time zone to the gateway's. Not over GET.",
};

/** The same as an option, which it once was. Nobody is offered it any more, but workflows that hold it must not begin to send at once. */
export const sendAtOption: INodeProperties = {
	...sendAtField,
	displayOptions: { show: { sendAt: [{ _cnd: { exists: true } }] } },
	description: 'Use the field Send At above instead, which counts where both are set: once removed, this one is not offered again.',
};

/** What is needed to read and write times: two IANA time zones, and the instant in milliseconds at which the run began. */
export interface Clock {
	readonly gateway: string;
	readonly workflow: string;
	readonly now: number;
}

/** When an item is to be sent. `overdue` is its failure when that moment has passed. */
type SendTime = Pick<Content, 'sendAt'> & { readonly overdue?: Failure<SendAtCode> };

const LONGEST_DELAY = 5 * 60_000;

/** Send At as it was given, unless it was left empty, which means now. */
export function unlessEmpty(given: Given): Given | undefined {
	const { isMade, value } = given;
	return isMade || (value !== undefined && value !== null && value !== '') ? given : undefined;
}

/** Send At among the fields of something, such as an item's options, unless it is not there or was left empty. */
export function sendAtIn(fields: Given): Given | undefined {
	const isThere = isRecord(fields.value) && Object.hasOwn(fields.value, sendAtField.name);
	return isThere ? unlessEmpty(fields.at(sendAtField.name)) : undefined;
}

/**
 * Reads Send At; without one it means now. A moment more than five minutes in the past is not thrown but returned as `overdue`, because an
 * earlier try of the run may have sent the message in time.
 *
 * @throws {ItemError} `sendAtInvalid` where it is set to something that gives nothing or no date (docs/protocol.md section 6.7).
 */
export function readSendAt(given: Given | undefined, clock: Clock): SendTime {
	if (given === undefined) return {};
	const { value } = given;
	const instant = instantOf(value, clock.workflow);
	if (instant === null) throw invalid(value);
	const sendAt = toGatewayTime(instant, clock.gateway);
	return instant < clock.now - LONGEST_DELAY ? { sendAt, overdue: overdue(instant, clock) } : { sendAt };
}

function invalid(value: unknown): ItemError<SendAtCode> {
	const message = `Send At must be a date and time such as 2026-12-01T10:30, but ${whatCame(value)}.${advice(value)}`;
	return unreadable<SendAtCode>('sendAtInvalid', 'Send At', message);
}

function instantOf(value: unknown, timeZone: string): number | null {
	const plain = datesAsText(value);
	return typeof plain === 'string' ? readInstant(plain.trim(), timeZone) : null;
}

function whatCame(value: unknown): string {
	if (value === undefined || value === null || (typeof value === 'string' && isBlank(value))) return 'it gives nothing';
	if (typeof value === 'string') return `it is "${shorten(value, 40)}"`;
	if (typeof value === 'number') return `it is the number ${value}`;
	return datesAsText(value) === null ? 'it is no valid date' : 'it is something else';
}

function advice(value: unknown): string {
	return typeof value === 'number'
		? ' Make a date of it, e.g. with DateTime.fromMillis(…) or DateTime.fromSeconds(…).'
		: ' To send now, empty the field.';
}

function overdue(instant: number, { now, workflow }: Clock): Failure<SendAtCode> {
	const [moment, clock] = [toGatewayTime(instant, workflow), toGatewayTime(now, workflow)];
	const message = `Send At is ${moment}, but it is ${clock} now (${workflow}), so the gateway would send at once. Give a moment to come; to send now, empty the field.`;
	return { code: 'sendAtPast', field: 'Send At', message };
}
