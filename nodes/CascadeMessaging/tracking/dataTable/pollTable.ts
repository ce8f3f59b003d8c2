import { textOf } from '../../protocol/guards';
import type { DataTableStore } from '../../transport/readCredential';
import type { Poll, PollResult } from '../poll';
import { passes, timeoutOf } from '../report';
import type { Report } from '../report';
import { Cursors } from './cursors';
import type { Cursor } from './cursors';
import { messageOf, reportOfRow, rowsOf } from './messageRow';
import { TableApi } from './tableApi';
import { openTables } from './tables';
import type { Tables } from './tables';
import { TableTracker } from './tableTracker';

/** What this process keeps for an account's tables. */
interface AccountMemory {
	readonly tracker: TableTracker;
	readonly cursors: Cursors;
	cleanedAt: number;
}

const memories = new Map<string, AccountMemory>();

const DAY = 24 * 60 * 60_000;
const CLEAN_EVERY = 60 * 60_000;

/** Polls for messages that stand in n8n's data table. Throws `N8nApiError` when the table cannot be used. */
export async function pollTable(poll: Poll, store: DataTableStore): Promise<PollResult> {
	const { context, account, triggerKey, settings } = poll;
	const api = new TableApi(context, store);
	const tables = await openTables(api, store.tableName);
	const memory = memoryOf(account.key, tables);
	await removeOldRows(api, tables.messages, account.key, store, memory);

	const now = Date.now();
	const start = { reportedUpTo: isoOf(poll.activeSince), timedOutUpTo: isoOf(now - settings.giveUpAfter) };
	const cursor = await memory.cursors.open(api, tables.triggers, triggerKey, context.getWorkflow().name ?? '', start);
	await memory.tracker.readNewRows(api, tables.messages, account.key);
	memory.tracker.demandAnswers(cursor.timedOutUpTo, settings.giveUpAfter, now);
	const trouble = await memory.tracker.askAndWrite(api, tables.messages, poll);

	const timedOutUpTo = memory.tracker.timedOutUpTo(cursor.timedOutUpTo, settings.giveUpAfter, now);
	const { reports, reached } = await readReports(api, tables.messages, account.key, cursor, timedOutUpTo);
	if (Date.now() > settings.end) return { reports: [], trouble };
	const wanted = reports.filter((report) => passes(report, settings.filter));
	if (wanted.length > 0) memory.cursors.emitted(triggerKey, reached);
	else if (reports.length > 0) await memory.cursors.save(api, tables.triggers, triggerKey, reached);
	return { reports: wanted, trouble };
}

function memoryOf(accountKey: string, { messages, triggers }: Tables): AccountMemory {
	const key = `${accountKey} ${messages} ${triggers}`;
	const memory = memories.get(key) ?? { tracker: new TableTracker(), cursors: new Cursors(), cleanedAt: 0 };
	memories.set(key, memory);
	return memory;
}

async function removeOldRows(
	api: TableApi,
	tableId: string,
	account: string,
	store: DataTableStore,
	memory: AccountMemory,
): Promise<void> {
	if (Date.now() - memory.cleanedAt < CLEAN_EVERY) return;
	const end = isoOf(Date.now() - store.keepForDays * DAY);
	await api.delete(tableId, [rowsOf(account), { columnName: 'sentAt', condition: 'lt', value: end }]);
	memory.tracker.startOver(end);
	memory.cleanedAt = Date.now();
}

interface Reports {
	readonly reports: readonly Report[];
	readonly reached: Cursor;
}

/** What a trigger has not reported yet: messages with an outcome it has not seen, and those whose time is up. */
async function readReports(
	api: TableApi,
	tableId: string,
	account: string,
	cursor: Cursor,
	timedOutUpTo: string,
): Promise<Reports> {
	const finals = await api.select(tableId, [
		rowsOf(account),
		{ columnName: 'final', condition: 'eq', value: true },
		{ columnName: 'learntAt', condition: 'gt', value: cursor.reportedUpTo },
		{ columnName: 'sentAt', condition: 'gt', value: cursor.timedOutUpTo },
	]);
	const isTimeUp = timedOutUpTo > cursor.timedOutUpTo;
	const timeouts = !isTimeUp
		? []
		: await api.select(tableId, [
				rowsOf(account),
				{ columnName: 'final', condition: 'eq', value: false },
				{ columnName: 'sentAt', condition: 'gt', value: cursor.timedOutUpTo },
				{ columnName: 'sentAt', condition: 'lte', value: timedOutUpTo },
			]);
	const learntAt = finals.map((row) => textOf(row.learntAt) ?? '');
	const reportedUpTo = learntAt.reduce((last, moment) => (moment > last ? moment : last), cursor.reportedUpTo);
	return {
		reports: oncePerMessage([...finals.map(reportOfRow), ...timeouts.map((row) => timeoutOf(messageOf(row)))]),
		reached: { reportedUpTo, timedOutUpTo },
	};
}

/** A message that was handed over twice has two rows. */
function oncePerMessage(reports: readonly Report[]): Report[] {
	return [...new Map(reports.map((report) => [report.messageId, report])).values()];
}

function isoOf(moment: number): string {
	return new Date(moment).toISOString();
}
