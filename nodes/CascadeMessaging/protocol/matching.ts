import type { MessageAnswer, RecipientAnswer, SendAnswer } from './answers';
import type { Content, Message, Recipient } from './message';

/** What became of one recipient of a request that was answered. */
export type Result<R extends Recipient = Recipient> = { readonly recipient: R; readonly content: Content } & (
	| { readonly outcome: 'accepted'; readonly answer: RecipientAnswer & { accepted: true } }
	| { readonly outcome: 'refused'; readonly reason: string; readonly answer?: RecipientAnswer }
	| { readonly outcome: 'unanswered'; readonly reason: string; readonly answer?: RecipientAnswer }
);

/** The results of a request, one for each recipient in order, and the answers that belong to none of them. */
export interface Matched<R extends Recipient = Recipient> {
	readonly results: readonly Result<R>[];
	readonly strays: readonly RecipientAnswer[];
}

/**
 * Gives each recipient of a request the answer that is its own: by client number where one was sent, else by phone, else by
 * position (PROTOCOL.md section 6.1). What has no answer, and an answer that fits nobody, is never a silent success.
 */
export function matchAnswers<R extends Recipient>(messages: readonly Message<R>[], answer: SendAnswer): Matched<R> {
	if ('refused' in answer) {
		return { results: messages.flatMap((message) => refuseAll(message, answer.refused)), strays: [] };
	}
	const matched = messages.map((message, index) => matchMessage(message, answer.messages[index]));
	const extra = answer.messages.slice(messages.length).flatMap((one) => ('refused' in one ? [] : one.recipients));
	return {
		results: matched.flatMap((one) => one.results),
		strays: [...matched.flatMap((one) => one.strays), ...extra],
	};
}

function refuseAll<R extends Recipient>(message: Message<R>, reason: string): Result<R>[] {
	return message.recipients.map((recipient) => ({ recipient, content: message.content, outcome: 'refused', reason }));
}

function matchMessage<R extends Recipient>(message: Message<R>, answer: MessageAnswer | undefined): Matched<R> {
	if (answer === undefined) return { results: message.recipients.map((one) => resultOf(message, one)), strays: [] };
	if ('refused' in answer) return { results: refuseAll(message, answer.refused), strays: [] };
	const assigned = assign(message.recipients, answer.recipients);
	const taken = new Set(assigned);
	return {
		results: message.recipients.map((recipient, index) => resultOf(message, recipient, assigned[index])),
		strays: answer.recipients.filter((one) => !taken.has(one)),
	};
}

/** One way of telling whose answer this is: what must be equal on both sides; `undefined` where there is nothing. */
interface Way {
	readonly ofRecipient: (recipient: Recipient, index: number) => string | undefined;
	readonly ofAnswer: (answer: RecipientAnswer, index: number) => string | undefined;
}

const BY_CLIENT_NUMBER: Way = {
	ofRecipient: (recipient) => recipient.clientMessageId,
	ofAnswer: (answer) => answer.clientMessageId,
};

const BY_PHONE: Way = {
	ofRecipient: (recipient) => recipient.phone,
	ofAnswer: (answer) => answer.phone,
};

const BY_POSITION: Way = {
	ofRecipient: (_, index) => String(index),
	ofAnswer: (answer, index) => (answer.phone === undefined ? String(index) : undefined),
};

/** The answer of each recipient, by its place; `undefined` where there is none. */
function assign(
	recipients: readonly Recipient[],
	answers: readonly RecipientAnswer[],
): (RecipientAnswer | undefined)[] {
	const assigned = recipients.map((): RecipientAnswer | undefined => undefined);
	const taken = new Set<RecipientAnswer>();
	// A position says nothing once an answer is missing or surplus: then nobody is guessed at.
	const ways = [BY_CLIENT_NUMBER, BY_PHONE, ...(answers.length === recipients.length ? [BY_POSITION] : [])];
	for (const way of ways) {
		const waiting = queuesOf(recipients, way, (index) => assigned[index] === undefined);
		answers.forEach((answer, position) => {
			const key = taken.has(answer) ? undefined : way.ofAnswer(answer, position);
			const index = key === undefined ? undefined : waiting.get(key)?.shift();
			if (index === undefined) return;
			assigned[index] = answer;
			taken.add(answer);
		});
	}
	return assigned;
}

function queuesOf(
	recipients: readonly Recipient[],
	way: Way,
	isWaiting: (index: number) => boolean,
): Map<string, number[]> {
	const queues = new Map<string, number[]>();
	recipients.forEach((recipient, index) => {
		const key = isWaiting(index) ? way.ofRecipient(recipient, index) : undefined;
		if (key === undefined) return;
		const queue = queues.get(key);
		if (queue === undefined) queues.set(key, [index]);
		else queue.push(index);
	});
	return queues;
}

function resultOf<R extends Recipient>({ content }: Message<R>, recipient: R, answer?: RecipientAnswer): Result<R> {
	const who = { recipient, content };
	if (answer === undefined) return { ...who, outcome: 'unanswered', reason: 'The gateway did not answer for this recipient.' };
	if (echoesAnotherNumber(recipient, answer)) {
		const reason = `The gateway answered with client message ID ${answer.clientMessageId ?? ''} instead of ${recipient.clientMessageId ?? ''}.`;
		return { ...who, outcome: 'unanswered', reason, answer };
	}
	return answer.accepted
		? { ...who, outcome: 'accepted', answer }
		: { ...who, outcome: 'refused', reason: answer.reason, answer };
}

function echoesAnotherNumber(recipient: Recipient, answer: RecipientAnswer): boolean {
	return (
		recipient.clientMessageId !== undefined &&
		answer.clientMessageId !== undefined &&
		recipient.clientMessageId !== answer.clientMessageId
	);
}
