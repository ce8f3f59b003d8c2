import type { Status } from '../../protocol';
import { isRecord, listOf } from '../../protocol';
import { eachInTurns, mapInTurns } from '../../transport/inTurns';
import { askDue } from '../askDue';
import { momentReader } from '../moments';
import type { Findings, Poll } from '../poll';
import { longestPollPause } from '../pollPause';
import type { Report } from '../report';
import { reportOf, timeoutOf } from '../report';
import type { TrackedMessage } from '../trackedMessage';
import { goesOutAt } from '../trackedMessage';
import type { FollowedMessage } from './followedList';
import { followMemory } from './followMemory';
import { mailboxOf } from './mailbox';
import type { Reader } from './reader';

/**
 * Polls for messages that were handed over in this process. When the findings are settled, what still waits is copied to the trigger's
 * static data, from which it is restored after a restart, if it is not there yet: n8n writes the whole list each time.
 */
export async function pollMemory(poll: Poll): Promise<Findings> {
	const { context, account, triggerKey, settings } = poll;
	const saved = context.getWorkflowStaticData('node');
	const visitor = {
		key: triggerKey,
		longestPause: longestPollPause(context),
		restored: () => restore(saved.waiting),
		restoredFollowed: () => restore(saved.followed).filter(isFollowed),
	};
	const reader = mailboxOf(account.key).readerOf(visitor, Date.now());
	const { finals, trouble } = await askDue(poll, reader.waiting, reader.schedule);
	const ended = await reportsOf(finals, reader);
	const { overdue, givenUp } = await timeUp(reader, ended, settings.giveUpAfter);
	const events = await followMemory(poll, reader, finals);
	const reports = [...ended.values(), ...(await mapInTurns(givenUp, timeoutOf)), ...events.reports];
	// In one go: n8n is not to give the poll up halfway.
	const settle = (): Promise<void> => {
		events.settle();
		for (const { messageId } of overdue) reader.schedule.demand(messageId);
		for (const messageId of ended.keys()) reader.forget(messageId);
		// One that was handed over again meanwhile has all its time before it.
		for (const message of givenUp) if (reader.waiting.get(message.messageId) === message) reader.forget(message.messageId);
		const list = reader.list();
		if (saved.waiting !== list) saved.waiting = list;
		const followed = reader.followed.list();
		if (saved.followed !== followed && !(saved.followed === undefined && followed.length === 0)) saved.followed = followed;
		const warning = reader.followed.warning(Date.now());
		if (warning !== undefined) context.logger.warn(warning);
		return Promise.resolve();
	};
	return { reports, trouble: trouble ?? events.trouble, settle };
}

/** The reports of what became final, by message ID; none of what had to go meanwhile. */
async function reportsOf(finals: readonly Status[], { waiting }: Reader): Promise<Map<string, Report>> {
	const reports = new Map<string, Report>();
	await eachInTurns(finals, (status) => {
		const message = waiting.get(status.messageId);
		if (message !== undefined) reports.set(status.messageId, reportOf(message, status));
	});
	return reports;
}

/** Messages whose time is up and that did not end. */
interface TimeUp {
	readonly overdue: readonly TrackedMessage[];
	/** Those the gateway has answered for since; the others may have become final meanwhile. */
	readonly givenUp: readonly TrackedMessage[];
}

async function timeUp({ waiting, schedule }: Reader, ended: ReadonlyMap<string, Report>, giveUpAfter: number): Promise<TimeUp> {
	const overdue: TrackedMessage[] = [];
	const givenUp: TrackedMessage[] = [];
	const momentOf = momentReader();
	const now = Date.now();
	await eachInTurns(waiting.values(), (message) => {
		const end = momentOf(goesOutAt(message)) + giveUpAfter;
		if (!(end <= now) || ended.has(message.messageId)) return;
		overdue.push(message);
		if (schedule.wasAnsweredSince(message.messageId, end)) givenUp.push(message);
	});
	return { overdue, givenUp };
}

/** Older versions saved no `sendAt`. */
function restore(value: unknown): TrackedMessage[] {
	return listOf(value)
		.filter(isTracked)
		.map((message) => ({ ...message, sendAt: typeof message.sendAt === 'string' ? message.sendAt : null }));
}

function isTracked(value: unknown): value is TrackedMessage {
	return isRecord(value) && typeof value.messageId === 'string' && typeof value.sentAt === 'string' && isRecord(value.data);
}

function isFollowed(message: TrackedMessage & Partial<FollowedMessage>): message is FollowedMessage {
	return typeof message.followedSince === 'string' && Array.isArray(message.known);
}
