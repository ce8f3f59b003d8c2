import { isRecord, listOf } from '../../protocol';
import { askDue } from '../askDue';
import type { Findings, Poll } from '../poll';
import { longestPollPause } from '../pollPause';
import { reportOf, timeoutOf } from '../report';
import type { TrackedMessage } from '../trackedMessage';
import { mailboxOf } from './mailbox';

/**
 * Polls for messages that were handed over in this process. When the findings are settled, what still waits is copied to the trigger's
 * static data, from which it is restored after a restart.
 */
export async function pollMemory(poll: Poll): Promise<Findings> {
	const { context, account, triggerKey, settings } = poll;
	const saved = context.getWorkflowStaticData('node');
	const visitor = { key: triggerKey, longestPause: longestPollPause(context), restored: () => restore(saved.waiting) };
	const reader = mailboxOf(account.key).readerOf(visitor, Date.now());
	const { waiting, schedule } = reader;
	const { finals, trouble } = await askDue(poll, waiting, schedule);

	const ended = new Set(finals.map(({ messageId }) => messageId));
	const timeUpAt = ({ sentAt }: TrackedMessage): number => Date.parse(sentAt) + settings.giveUpAfter;
	const overdue = [...waiting.values()].filter((message) => !ended.has(message.messageId) && timeUpAt(message) <= Date.now());
	// What the gateway has not answered for since its time was up may have become final meanwhile.
	const givenUp = overdue.filter((message) => schedule.wasAnsweredSince(message.messageId, timeUpAt(message)));
	const reports = [
		...finals.flatMap((status) => {
			const message = waiting.get(status.messageId);
			return message === undefined ? [] : [reportOf(message, status)];
		}),
		...givenUp.map(timeoutOf),
	];
	const settle = (): Promise<void> => {
		for (const { messageId } of overdue) schedule.demand(messageId);
		for (const { messageId } of reports) reader.forget(messageId);
		saved.waiting = [...waiting.values()];
		return Promise.resolve();
	};
	return { reports, trouble, settle };
}

function restore(value: unknown): TrackedMessage[] {
	return listOf(value).filter(isTracked);
}

function isTracked(value: unknown): value is TrackedMessage {
	return isRecord(value) && typeof value.messageId === 'string' && typeof value.sentAt === 'string' && isRecord(value.data);
}
