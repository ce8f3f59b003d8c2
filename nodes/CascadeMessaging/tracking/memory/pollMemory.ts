import type { Status } from '../../protocol';
import { eachInTurns, mapInTurns } from '../../transport/inTurns';
import { askDue } from '../askDue';
import { momentReader } from '../moments';
import type { Findings, Poll } from '../poll';
import type { Report } from '../report';
import { reportOf, timeoutOf } from '../report';
import type { TrackedMessage } from '../trackedMessage';
import { goesOutAt } from '../trackedMessage';
import { followMemory } from './followMemory';
import type { Reader } from './reader';
import { readerOf } from './readerOf';

/**
 * Polls for messages that were handed over in this process. When the findings are settled, what still waits is copied to the trigger's
 * static data, from which it is restored after a restart, if it is not there yet: n8n writes the whole list each time.
 */
export async function pollMemory(poll: Poll): Promise<Findings> {
	const { context, settings } = poll;
	const saved = context.getWorkflowStaticData('node');
	const reader = readerOf(poll);
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
