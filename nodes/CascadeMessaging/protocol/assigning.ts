import type { RecipientAnswer } from './answers';
import type { Recipient } from './message';

/** What cannot be relied on to tell whose an answer is. */
export interface Doubts {
	/** Phones that stand in several messages: only client numbers tell their recipients apart. */
	readonly shared: ReadonlySet<string>;
	/** Whether the answers come in the order of the recipients. */
	readonly isOrdered: boolean;
}

/** One way to tell whose an answer is: by a key that must be equal in it and in its recipient; `undefined` where there is no such key. */
interface Way {
	readonly ofRecipient: (recipient: Recipient, index: number) => string | undefined;
	readonly ofAnswer: (answer: RecipientAnswer, index: number) => string | undefined;
}

/** The ways of section 6.1 in their order. An answer with the number of one recipient is never another's. */
function waysOf(recipients: readonly Recipient[], answers: readonly RecipientAnswer[], { shared, isOrdered }: Doubts): Way[] {
	const ownPhone = ({ phone }: Recipient): string | undefined => (shared.has(phone) ? undefined : phone);
	const sent = new Set(recipients.map(({ clientMessageId }) => clientMessageId));
	const byNumber: Way = {
		ofRecipient: ({ clientMessageId }) => clientMessageId,
		ofAnswer: ({ clientMessageId }) => clientMessageId,
	};
	const byPhoneWithoutNumber: Way = {
		ofRecipient: (recipient) => (recipient.clientMessageId === undefined ? ownPhone(recipient) : undefined),
		ofAnswer: ({ phone, clientMessageId }) => (clientMessageId === undefined ? phone : undefined),
	};
	const byPhone: Way = {
		ofRecipient: ownPhone,
		ofAnswer: ({ phone, clientMessageId }) => (clientMessageId === undefined || !sent.has(clientMessageId) ? phone : undefined),
	};
	const byPosition: Way = {
		ofRecipient: (recipient, index) => (ownPhone(recipient) === undefined ? undefined : String(index)),
		ofAnswer: ({ phone, clientMessageId }, index) =>
			phone === undefined && !(clientMessageId !== undefined && sent.has(clientMessageId)) ? String(index) : undefined,
	};
	// A position says nothing once an answer is missing or surplus: then nothing is guessed.
	const isComplete = isOrdered && answers.length === recipients.length;
	return [byNumber, byPhoneWithoutNumber, byPhone, ...(isComplete ? [byPosition] : [])];
}

/**
 * Says whether each answer stands at the place of its recipient, by client number or phone, and none is missing or surplus: nothing has to be
 * assigned then. It is how gateways answer.
 */
export function areInPlace(recipients: readonly Recipient[], answers: readonly RecipientAnswer[], { shared }: Doubts): boolean {
	return (
		recipients.length === answers.length &&
		recipients.every(({ phone, clientMessageId }, index) => {
			const answer = answers[index];
			if (answer?.clientMessageId !== clientMessageId) return false;
			return clientMessageId !== undefined || (answer?.phone === phone && !shared.has(phone));
		})
	);
}

/** The answers in the order of the recipients they belong to (docs/protocol.md section 6.1); `undefined` for one that has none. */
export function assign(
	recipients: readonly Recipient[],
	answers: readonly RecipientAnswer[],
	doubts: Doubts,
): (RecipientAnswer | undefined)[] {
	const assigned = recipients.map((): RecipientAnswer | undefined => undefined);
	const taken = new Set<RecipientAnswer>();
	for (const way of waysOf(recipients, answers, doubts)) {
		const waiting = queuesOf(recipients, way, (index) => assigned[index] === undefined);
		answers.forEach((answer, position) => {
			const key = taken.has(answer) ? undefined : way.ofAnswer(answer, position);
			const index = key === undefined ? undefined : waiting.get(key)?.pop();
			if (index === undefined) return;
			assigned[index] = answer;
			taken.add(answer);
		});
	}
	return assigned;
}

/**
 * The places of the recipients that still wait for an answer, by the key of their answer. The last place comes first, because taking from
 * the end of a list costs nothing.
 */
function queuesOf(recipients: readonly Recipient[], way: Way, isWaiting: (index: number) => boolean): Map<string, number[]> {
	const queues = new Map<string, number[]>();
	for (const [index, recipient] of [...recipients.entries()].reverse()) {
		const key = isWaiting(index) ? way.ofRecipient(recipient, index) : undefined;
		if (key === undefined) continue;
		const queue = queues.get(key);
		if (queue === undefined) queues.set(key, [index]);
		else queue.push(index);
	}
	return queues;
}
