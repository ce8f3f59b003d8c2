import { isRecord, listOf } from '../../protocol/guards';
import { askDue } from '../askDue';
import type { Poll, PollResult } from '../poll';
import { longestPollPause } from '../pollPause';
import { passes, reportOf, timeoutOf } from '../report';
import type { Schedule } from '../schedule';
import type { TrackedMessage } from '../trackedMessage';
import { mailboxOf } from './mailbox';

/**
 * Polls for messages that were handed over in this process. What still waits is copied to the trigger's static data, from
 * which it is restored after a restart.
 */
export async function pollMemory({ context, account, triggerKey, settings }: Poll): Promise<PollResult> {
	const memory = context.getWorkflowStaticData('node');
	const visitor = { key: triggerKey, longestPause: longestPollPause(context), restored: () => restore(memory.waiting) };
	const { waiting, schedule } = mailboxOf(account.key).readerOf(visitor, Date.now());
	const learnt = await askDue(context, account, waiting, schedule, settings.asking);
	if (Date.now() > settings.end) return { reports: [], trouble: learnt.trouble };
	const finals = learnt.finals.flatMap((status) => {
		const message = waiting.get(status.messageId);
		return message === undefined ? [] : [reportOf(message, status)];
	});
	const tooOld = [...waiting.values()].filter((message) => isTimedOut(message, schedule, settings.giveUpAfter));
	const reports = [...finals, ...tooOld.map(timeoutOf)];
	for (const { messageId } of reports) {
		waiting.delete(messageId);
		schedule.done(messageId);
	}
	memory.waiting = [...waiting.values()];
	return { reports: reports.filter((report) => passes(report, settings.filter)), trouble: learnt.trouble };
}

/** Says whether a message's time is up and the gateway, asked after that, still knows no final state. */
function isTimedOut({ messageId, sentAt }: TrackedMessage, schedule: Schedule, giveUpAfter: number): boolean {
	const end = Date.parse(sentAt) + giveUpAfter;
	return end <= Date.now() && schedule.wasAnsweredSince(messageId, end);
}

function restore(value: unknown): TrackedMessage[] {
	return listOf(value).filter(isTracked);
}

function isTracked(value: unknown): value is TrackedMessage {
	return isRecord(value) && typeof value.messageId === 'string' && typeof value.sentAt === 'string' && isRecord(value.data);
}
