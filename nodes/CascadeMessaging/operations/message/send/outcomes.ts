import type { IDataObject } from 'n8n-workflow';

import type { AcceptedAnswer, ChannelName, Content, Reason, Recipient, RecipientAnswer, Result } from '../../../protocol';
import { adviceOn, inTexts } from '../../../protocol';
import type { Account } from '../../../transport/account';
import type { Failure } from '../../shared/failure';
import type { FailureLine } from '../../shared/lines';
import type { SendCode, SendFailure, SendLine } from './failure';
import type { SendSettings } from './options';
import type { PlannedRecipient } from './plannedRecipient';
import { sendAtOf } from './scheduled';

/** What is known of a request that was answered. */
export interface Answered {
	readonly settings: Pick<SendSettings, 'protocol' | 'includeRawAnswer'>;
	/** Its number in the run, from 1. */
	readonly request: number;
	readonly account: Account;
	/** Whether an earlier try of it may have reached the gateway. */
	readonly wasUnsure: boolean;
}

/** The line of a recipient whose request was answered, even if the answer leaves it out; `warning` says why it is not tracked. */
export function answeredLine(result: Result<PlannedRecipient>, answered: Answered, warning?: string): SendLine {
	const { recipient } = result;
	if (result.outcome === 'accepted' || result.outcome === 'repeat') {
		const json = takenJson(result, answered);
		return { item: recipient.item, json: warning === undefined ? json : { ...json, warning } };
	}
	return {
		item: recipient.item,
		failure: { ...notTaken(result, answered), ...whoIs(recipient), request: answered.request, ...idIn(result) },
	};
}

/** The failure for a result that is no success: the gateway's words are quoted, the advice is ours. */
function notTaken(result: NotTaken, { account, wasUnsure }: Answered): SendFailure {
	const { phone, mayHaveBeenSent } = result.recipient;
	const id = result.answer?.messageId;
	if (result.outcome === 'unanswered') {
		return {
			code: 'notAnswered',
			outcome: 'unknown',
			message: `The message to ${phone} may have been sent. ${result.reason}${idInBrackets(id)}${perhapsSkipped(result)}`,
		};
	}
	const { known } = result;
	const words = account.quote(result.reason);
	const reason = known !== undefined && { reason: known };
	if (result.outcome === 'queued') {
		const message = `The message to ${phone} waits at the gateway: ${advised(words, id, known)}`;
		return { code: 'queuedUntilTopUp', outcome: 'unknown', ...reason, message };
	}
	if (wasUnsure || mayHaveBeenSent) {
		const message = `The message to ${phone} may have been sent. An earlier try had no answer, and this one was refused: ${words}${idInBrackets(id)}`;
		return { code: 'refusedByGateway', outcome: 'unknown', ...reason, message };
	}
	return { code: 'refusedByGateway', outcome: 'refused', ...reason, message: `The gateway refused ${phone}: ${advised(words, id, known)}` };
}

/** What else may have become of a recipient the gateway does not answer for. */
function perhapsSkipped({ content, answer }: NotTaken): string {
	const { length } = content.stopLists ?? [];
	return answer === undefined && length > 0 ? ' Perhaps it is on one of the Stop Lists, whose numbers the gateway skips.' : '';
}

type NotTaken = Exclude<Result<PlannedRecipient>, { outcome: 'accepted' } | { outcome: 'repeat' }>;

/** The gateway's words, and what to do about them where that is known. */
function advised(words: string, id: string | undefined, known: Reason | undefined): string {
	if (known === undefined) return `${words}${idInBrackets(id)}`;
	return `${words.endsWith('.') ? words.slice(0, -1) : words}${idInBrackets(id)}. ${adviceOn(known)}`;
}

function idIn({ answer }: NotTaken): Pick<SendFailure, 'messageId'> {
	return answer?.messageId === undefined ? {} : { messageId: answer.messageId };
}

function takenJson(
	result: Exclude<Result<PlannedRecipient>, NotTaken>,
	{ settings: { protocol, includeRawAnswer }, request, account }: Answered,
): IDataObject {
	const { recipient, content, answer } = result;
	const accepted = result.outcome === 'accepted' ? result.answer : undefined;
	const json: IDataObject = {
		phone: recipient.phone,
		accepted: true,
		repeat: result.outcome === 'repeat',
		messageId: answer?.messageId ?? null,
		clientMessageId: recipient.clientMessageId ?? null,
		sendAt: sendAtOf(content, account.timeZone),
		channels: channelsOf(content, accepted),
		parts: accepted?.parts ?? null,
		protocol,
		request,
	};
	return includeRawAnswer ? { ...json, rawAnswer: inTexts(answer?.raw ?? null, account.redact) as IDataObject } : json;
}

function channelsOf({ cascade }: Content, accepted: AcceptedAnswer | undefined): IDataObject {
	const channels: IDataObject = {};
	for (const name of cascade) channels[name] = channelIdIn(accepted, name);
	return channels;
}

/** A channel's ID where one is known. A channel that has not been used has none yet, or never gets one. */
function channelIdIn(accepted: AcceptedAnswer | undefined, name: ChannelName): IDataObject {
	const id = accepted?.channelIds[name] ?? null;
	return id === null ? {} : { id };
}

/** Why a request had no usable answer, or one that says nothing of a recipient. */
interface Unanswered {
	/** What the error that came in its place means. */
	readonly failure: Failure;
	/** Whether the request may have reached the gateway. */
	readonly mayHaveArrived: boolean;
	/** Its number in the run, from 1. */
	readonly request: number;
	/** The ID the gateway gave the recipient all the same. */
	readonly messageId?: string | undefined;
}

/** The line of a recipient without a usable answer: not sent for sure, or perhaps sent. */
export function failedLine(
	recipient: PlannedRecipient,
	{ failure, mayHaveArrived, request, messageId }: Unanswered,
): FailureLine<SendFailure> {
	const told = notTakenFailure(recipient, mayHaveArrived, `. ${failure.message}${idInBrackets(messageId)}`);
	const id = messageId !== undefined && { messageId };
	return { item: recipient.item, failure: { code: failure.code as SendCode, ...told, request, ...id } };
}

/** The line of a recipient whose request was never made. */
export function unsentLine(recipient: PlannedRecipient, reason: 'stopped' | 'failed'): FailureLine<SendFailure> {
	const why = reason === 'stopped' ? 'the execution was stopped' : 'the run stopped at an earlier request';
	const code = reason === 'stopped' ? 'stopped' : 'notReached';
	return { item: recipient.item, failure: { code, ...notTakenFailure(recipient, false, `, because ${why}.`) } };
}

function notTakenFailure(recipient: PlannedRecipient, mayHaveArrived: boolean, words: string): Omit<SendFailure, 'code'> {
	const who = whoIs(recipient);
	if (recipient.mayHaveBeenSent) {
		return {
			outcome: 'unknown',
			message: `The message to ${recipient.phone} may have been sent by an earlier try, but not by this one${words}`,
			...who,
		};
	}
	return mayHaveArrived
		? { outcome: 'unknown', message: `The message to ${recipient.phone} may have been sent${words}`, ...who }
		: { outcome: 'notSent', message: `The message to ${recipient.phone} was not sent${words}`, ...who };
}

/** The line of an answer that fits no recipient of its request, so that its ID is not lost. */
export function strayLine(answer: RecipientAnswer, item: number, request: number): FailureLine<SendFailure> {
	const { messageId, phone } = answer;
	const message = `The gateway answered for ${phone ?? 'a recipient it does not name'}, which fits nobody in request ${request}.${idInBrackets(messageId)}`;
	const who = { ...(phone !== undefined && { phone }), ...(messageId !== undefined && { messageId }) };
	return { item, failure: { code: 'answerForNobody', outcome: 'unknown', message, ...who, request } };
}

function whoIs({ phone, clientMessageId }: Recipient): Pick<SendFailure, 'phone' | 'clientMessageId'> {
	return { phone, ...(clientMessageId !== undefined && { clientMessageId }) };
}

function idInBrackets(messageId: string | undefined): string {
	return messageId === undefined ? '' : ` (message ID ${messageId})`;
}
