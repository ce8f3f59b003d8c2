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
	const learntAt = finals.map((row) => String(row.learntAt));
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
