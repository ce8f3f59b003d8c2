import type { RecipientAnswer } from './answers';
import type { Recipient } from './message';

/** What does not tell whose an answer is. */
export interface Doubts {
	/** Phones that are no one recipient's: those are known by their client number only. */
	readonly shared: ReadonlySet<string>;
	/** Whether the place of an answer says something. */
	readonly isOrdered: boolean;
}

/** One way of telling whose answer this is: what must be equal on both sides; `undefined` where there is nothing. */
interface Way {
	readonly ofRecipient: (recipient: Recipient, index: number) => string | undefined;
	readonly ofAnswer: (answer: RecipientAnswer, index: number) => string | undefined;
}

/** The ways of section 6.1 in their order. An answer with the number of one recipient is never another's. */
function waysOf(
	recipients: readonly Recipient[],
	answers: readonly RecipientAnswer[],
	{ shared, isOrdered }: Doubts,
): Way[] {
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
		ofAnswer: ({ phone, clientMessageId }) =>
			clientMessageId === undefined || !sent.has(clientMessageId) ? phone : undefined,
	};
	const byPosition: Way = {
		ofRecipient: (recipient, index) => (ownPhone(recipient) === undefined ? undefined : String(index)),
		ofAnswer: ({ phone, clientMessageId }, index) =>
			phone === undefined && !(clientMessageId !== undefined && sent.has(clientMessageId)) ? String(index) : undefined,
	};
	// A position says nothing once an answer is missing or surplus: then nobody is guessed at.
	const isComplete = isOrdered && answers.length === recipients.length;
	return [byNumber, byPhoneWithoutNumber, byPhone, ...(isComplete ? [byPosition] : [])];
}

/** The answer of each recipient, by its place, as docs/protocol.md section 6.1 says; `undefined` where there is none. */
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

/** Who waits for an answer, by what the answer must say; the first is the last in its list, where taking it costs nothing. */
function queuesOf(
	recipients: readonly Recipient[],
	way: Way,
	isWaiting: (index: number) => boolean,
): Map<string, number[]> {
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
