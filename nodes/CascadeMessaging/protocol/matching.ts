import type { MessageAnswer, RecipientAnswer, RefusedAnswer, SendAnswer } from './answers';
import type { Doubts } from './assigning';
import { areInPlace, assign } from './assigning';
import type { Message, Recipient } from './message';
import type { Addressed, Result } from './result';
import { declinedBy, resultOf } from './result';

/** The results of a request, one for each recipient in order, and the answers that belong to none of them. */
export interface Matched<R extends Recipient = Recipient> {
	readonly results: readonly Result<R>[];
	readonly strays: readonly RecipientAnswer[];
}

/**
 * Gives each recipient of a request the answer that is its own: by client number where one was sent, else by phone, else by
 * position (docs/protocol.md section 6.1). What has no answer, and an answer that fits nobody, is never a silent success.
 */
export function matchAnswers<R extends Recipient>(messages: readonly Message<R>[], answer: SendAnswer): Matched<R> {
	if ('refused' in answer) return { results: declineAll(messages, answer.refused), strays: [] };
	if (answer.isOrdered === false) return matchAcrossMessages(messages, answer.messages, false);
	if (answer.messages.length !== messages.length) return matchAcrossMessages(messages, answer.messages, true);
	const results: Result<R>[] = [];
	const strays: RecipientAnswer[] = [];
	messages.forEach((message, index) => {
		const matched = matchMessage(message, answer.messages[index]);
		for (const result of matched.results) results.push(result);
		for (const stray of matched.strays) strays.push(stray);
	});
	return { results, strays };
}

function recipientsOf<R extends Recipient>(messages: readonly Message<R>[]): Addressed<R>[] {
	return messages.flatMap(({ content, recipients }) => recipients.map((recipient) => ({ recipient, content })));
}

/** Words about several recipients do not tell which of them is a repeat. */
function declineAll<R extends Recipient>(messages: readonly Message<R>[], reason: string): Result<R>[] {
	const all = recipientsOf(messages);
	const declined = declinedBy(reason, all.length === 1 && all[0]?.recipient.clientMessageId !== undefined);
	return all.map((one) => ({ ...one, ...declined }));
}

function matchMessage<R extends Recipient>(message: Message<R>, answer: MessageAnswer | undefined): Matched<R> {
	if (answer !== undefined && 'refused' in answer) return { results: declineAll([message], answer.refused), strays: [] };
	return matchRecipients(recipientsOf([message]), answer?.recipients ?? []);
}

/**
 * When the gateway answers for more or fewer messages than were sent, their order says nothing. An answer for a phone that
 * stands in several of them could then be that of any: only a client number tells whose it is.
 */
function matchAcrossMessages<R extends Recipient>(
	messages: readonly Message<R>[],
	answers: readonly MessageAnswer[],
	isOrdered: boolean,
): Matched<R> {
	const phones = messages.flatMap(({ recipients }) => [...new Set(recipients.map((one) => one.phone))]);
	const first = new Map(phones.map((phone, index) => [phone, index] as const).reverse());
	const shared = new Set(phones.filter((phone, index) => first.get(phone) !== index));
	const all = answers.flatMap((one) => ('refused' in one ? [] : one.recipients));
	return matchRecipients(recipientsOf(messages), all, { shared, isOrdered });
}

const NO_DOUBTS: Doubts = { shared: new Set(), isOrdered: true };

/** Matches recipients with answers, whichever message an answer stands in. */
function matchRecipients<R extends Recipient>(
	addressed: readonly Addressed<R>[],
	given: readonly RecipientAnswer[],
	doubts: Doubts = NO_DOUBTS,
): Matched<R> {
	const answers = withoutEmptyEnd(given, addressed.length);
	const recipients = addressed.map(({ recipient }) => recipient);
	const inPlace = areInPlace(recipients, answers, doubts);
	const assigned = inPlace ? answers : assign(recipients, answers, doubts);
	return {
		results: addressed.map((one, index) => resultOf(one, assigned[index])),
		strays: inPlace ? [] : leftOver(answers, new Set(assigned)),
	};
}

/** The answers nobody took, without those that say nothing, and without those whose ID a recipient has already: that ID is not lost. */
function leftOver(answers: readonly RecipientAnswer[], taken: ReadonlySet<RecipientAnswer | undefined>): RecipientAnswer[] {
	const ids = new Set([...taken].map((answer) => answer?.messageId));
	const isNews = (answer: RecipientAnswer): boolean =>
		answer.messageId === undefined ? answer.accepted || !isEmpty(answer) : !ids.has(answer.messageId);
	return answers.filter((answer) => !taken.has(answer) && isNews(answer));
}

/** A list that ends with a comma seems to hold one empty answer more than there are recipients. */
function withoutEmptyEnd(answers: readonly RecipientAnswer[], count: number): readonly RecipientAnswer[] {
	const last = answers.length > count ? answers.at(-1) : undefined;
	return last !== undefined && !last.accepted && isEmpty(last) ? answers.slice(0, -1) : answers;
}

function isEmpty({ reason, phone, messageId, clientMessageId }: RefusedAnswer): boolean {
	return [reason ?? undefined, phone, messageId, clientMessageId].every((part) => part === undefined);
}
