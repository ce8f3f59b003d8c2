import type { Report } from '../report';
import { timeoutOf } from '../report';
import type { Cursor } from './cursorTable';
import { eventOfRow, learntColumn } from './engagementColumns';
import type { Following } from './followTracker';
import { messageOf, reportOfRow } from './messageRow';
import type { MessageTable } from './messageTable';

/** What a trigger has not reported yet, and where its cursor stands once it has. */
interface Unreported {
	readonly reports: readonly Report[];
	readonly reached: Cursor;
}

/**
 * Reads what a trigger has not reported yet: messages with an outcome it has not seen, and those whose time is up, which were sent up to
 * the moment `timedOutUpTo` (ISO 8601); and, where it follows what was delivered, what subscribers did.
 *
 * @throws {N8nApiError} with any of the API's codes
 */
export async function readUnreported(
	table: MessageTable,
	cursor: Cursor,
	timedOutUpTo: string,
	following?: Following,
): Promise<Unreported> {
	const finals = await table.finalSince(cursor);
	const isTimeUp = timedOutUpTo > cursor.timedOutUpTo;
	const timeouts = isTimeUp ? await table.inProgressSent(cursor.timedOutUpTo, timedOutUpTo) : [];
	const events = following === undefined ? [] : await readEvents(table, cursor, following);
	const learntAt = [...finals.map((row) => String(row.learntAt)), ...events.map((event) => event.learntAt)];
	const reportedUpTo = learntAt.reduce((last, moment) => (moment > last ? moment : last), cursor.reportedUpTo);
	const ends = [...finals.map(reportOfRow), ...timeouts.map((row) => timeoutOf(messageOf(row)))];
	return {
		reports: [...oncePerMessage(ends), ...oncePerMessage(events.map(({ report }) => report))],
		reached: { reportedUpTo, timedOutUpTo },
	};
}

/** Something a subscriber did, and when that was learnt (ISO 8601). */
interface LearntEvent {
	readonly report: Report;
	readonly learntAt: string;
}

async function readEvents(table: MessageTable, { reportedUpTo }: Cursor, { wish, since }: Following): Promise<LearntEvent[]> {
	const events: LearntEvent[] = [];
	for (const engagement of wish.engagements) {
		const rows = await table.engagedSince(engagement, reportedUpTo > since ? reportedUpTo : since);
		for (const row of rows) {
			if (String(row.learntAt) <= since) continue;
			events.push({ report: eventOfRow(row, engagement), learntAt: String(row[learntColumn(engagement)]) });
		}
	}
	return events;
}

/** A message that was handed over twice has two rows. */
function oncePerMessage(reports: readonly Report[]): Report[] {
	return [...new Map(reports.map((report) => [`${report.event} ${report.messageId}`, report])).values()];
}
