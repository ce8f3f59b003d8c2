import type { IDataObject } from 'n8n-workflow';

import type { RecipientAnswer } from '../../protocol/answers';
import { ProtocolError } from '../../protocol/errors';
import type { Result } from '../../protocol/matching';
import type { Recipient } from '../../protocol/message';
import { shorten } from '../../protocol/text';
import { TransportError } from '../../transport/transportError';
import type { Failure } from '../itemFailure';
import type { FailureLine, Line } from '../lines';
import type { PlannedRecipient } from './plan';
import type { RunSettings } from '../runSettings';

/** What is known of a request that was answered: its number, and how to strike secrets out of the answer. */
export interface Answered {
	readonly settings: RunSettings;
	readonly request: number;
	readonly redact: (text: string) => string;
}

/** The line of a recipient the gateway answered for, or should have; `warning` says why it is not tracked. */
export function answeredLine(
	result: Result<PlannedRecipient>,
	{ settings, request, redact }: Answered,
	warning?: string,
): Line {
	const { recipient } = result;
	if (result.outcome === 'accepted') {
		const json = acceptedJson(result, settings, request);
		return { item: recipient.item, json: warning === undefined ? json : { ...json, warning } };
	}
	const { answer } = result;
	const id = answer?.messageId;
	const who = { ...whoIs(recipient), request, ...(id !== undefined && { messageId: id }) };
	const failure: Failure =
		result.outcome === 'refused'
			? {
					code: 'refusedByGateway',
					outcome: 'refused',
					message: `The gateway refused ${recipient.phone}: ${shorten(redact(result.reason))}${withId(id)}`,
					...who,
				}
			: {
					code: 'notAnswered',
					outcome: 'unknown',
					message: `The message to ${recipient.phone} may have been sent. ${result.reason}${withId(id)}`,
					...who,
				};
	return { item: recipient.item, failure };
}

function acceptedJson(
	{ recipient, content, answer }: Result<PlannedRecipient> & { outcome: 'accepted' },
	{ protocol, includeRawAnswer }: RunSettings,
	request: number,
): IDataObject {
	return {
		phone: recipient.phone,
		accepted: true,
		messageId: answer.messageId,
		clientMessageId: recipient.clientMessageId ?? null,
		channels: Object.fromEntries(content.cascade.map((name) => [name, { id: answer.channelIds[name] ?? null }])),
		parts: answer.parts,
		protocol,
		request,
		...(includeRawAnswer && { rawAnswer: answer.raw as IDataObject }),
	};
}

/** The line of a recipient whose request had no usable answer: not sent for sure, or perhaps sent. */
export function failedLine(recipient: PlannedRecipient, error: unknown, request: number): FailureLine {
	const isKnown = error instanceof TransportError || error instanceof ProtocolError;
	const mayHaveArrived = !(error instanceof TransportError) || error.mayHaveArrived;
	const words = isKnown ? error.message : 'Its answer could not be read.';
	const message = mayHaveArrived
		? `The message to ${recipient.phone} may have been sent. ${words}`
		: `The message to ${recipient.phone} was not sent. ${words}`;
	const outcome = mayHaveArrived ? 'unknown' : 'notSent';
	const code = isKnown ? error.code : 'unexpectedShape';
	return { item: recipient.item, failure: { code, outcome, message, ...whoIs(recipient), request } };
}

/** The line of a recipient whose request was never made. */
export function unsentLine(recipient: PlannedRecipient, reason: 'stopped' | 'failed'): FailureLine {
	const why = reason === 'stopped' ? 'the execution was stopped' : 'the run stopped at an earlier request';
	const message = `The message to ${recipient.phone} was not sent, because ${why}.`;
	const code = reason === 'stopped' ? 'stopped' : 'notReached';
	return { item: recipient.item, failure: { code, outcome: 'notSent', message, ...whoIs(recipient) } };
}

/** The line of an answer that fits no recipient of its request, so that its ID is not lost. */
export function strayLine(answer: RecipientAnswer, item: number, request: number): FailureLine {
	const { messageId, phone } = answer;
	const message = `The gateway answered for ${phone ?? 'a recipient it does not name'}, which fits nobody in request ${request}.${withId(messageId)}`;
	const who = { ...(phone !== undefined && { phone }), ...(messageId !== undefined && { messageId }) };
	return { item, failure: { code: 'answerForNobody', outcome: 'unknown', message, ...who, request } };
}

function whoIs({ phone, clientMessageId }: Recipient): Pick<Failure, 'phone' | 'clientMessageId'> {
	return { phone, ...(clientMessageId !== undefined && { clientMessageId }) };
}

function withId(messageId: string | undefined): string {
	return messageId === undefined ? '' : ` (message ID ${messageId})`;
}
