import { eachInTurns } from '../../transport/inTurns';
import type { Report } from '../report';
import { timeoutOf } from '../report';
import type { Cursor } from './cursorTable';
import { messageOf, reportOfRow } from './messageRow';
import type { MessageTable } from './messageTable';

/** What a trigger has not reported yet, and where its cursor stands once it has. */
interface Unreported {
	readonly reports: readonly Report[];
	readonly reached: Cursor;
}

/**
 * Reads what a trigger has not reported yet: messages with an outcome it has not seen, and those whose time is up, which were sent up to
 * the moment `timedOutUpTo` (ISO 8601).
 *
 * @throws {N8nApiError} with any of the API's codes
 */
export async function readUnreported(table: MessageTable, cursor: Cursor, timedOutUpTo: string): Promise<Unreported> {
	const finals = await table.finalSince(cursor);
	const isTimeUp = timedOutUpTo > cursor.timedOutUpTo;
	const timeouts = isTimeUp ? await table.inProgressSent(cursor.timedOutUpTo, timedOutUpTo) : [];
	let { reportedUpTo } = cursor;
	// A message that was handed over twice has two rows, and is reported once.
	const reports = new Map<string, Report>();
	const report = (one: Report): unknown => reports.set(one.messageId, one);
	await eachInTurns(finals, (row) => {
		const learntAt = String(row.learntAt);
		if (learntAt > reportedUpTo) reportedUpTo = learntAt;
		report(reportOfRow(row));
	});
	await eachInTurns(timeouts, (row) => report(timeoutOf(messageOf(row))));
	return { reports: [...reports.values()], reached: { reportedUpTo, timedOutUpTo } };
}
