import type { Engagement } from '../../protocol';
import { eachInTurns } from '../../transport/inTurns';
import type { Report } from '../report';
import { timeoutOf } from '../report';
import type { Cursor } from './cursorTable';
import { eventOfRow, learntColumn } from './engagementColumns';
import type { Following } from './followTracker';
import { messageOf, reportOfRow, rowGoesOutAt } from './messageRow';
import type { MessageTable } from './messageTable';
import type { Row } from './row';

/** What a trigger has not reported yet, and where its cursor stands once it has. */
interface Unreported {
	readonly reports: readonly Report[];
	readonly reached: Cursor;
}

/**
 * Reads what a trigger has not reported yet: messages with an outcome it has not seen, and those whose time is up, which went out up to the
 * moment `timedOutUpTo` (ISO 8601); and, where it follows what was delivered, what subscribers did.
 *
 * @throws {N8nApiError} with any of the API's codes
 */
export async function readUnreported(
	table: MessageTable,
	cursor: Cursor,
	timedOutUpTo: string,
	following?: Following,
): Promise<Unreported> {
	const finals = await table.finalSince(cursor.reportedUpTo);
	const isTimeUp = timedOutUpTo > cursor.timedOutUpTo;
	const timeouts = isTimeUp ? await table.inProgressBetween(cursor.timedOutUpTo, timedOutUpTo) : [];
	let { reportedUpTo } = cursor;
	// A message that was handed over twice has two rows, and is reported once.
	const reports = new Map<string, Report>();
	const report = (one: Report): unknown => reports.set(`${one.event} ${one.messageId}`, one);
	const learn = (learntAt: unknown): void => {
		if (String(learntAt) > reportedUpTo) reportedUpTo = String(learntAt);
	};
	await eachInTurns(finals, (row) => {
		learn(row.learntAt);
		// What was told as timed out is not told again.
		if (rowGoesOutAt(row) > cursor.timedOutUpTo) report(reportOfRow(row));
	});
	await eachInTurns(timeouts, (row) => report(timeoutOf(messageOf(row))));
	for (const { engagement, rows } of following === undefined ? [] : await readEngaged(table, cursor, following)) {
		await eachInTurns(rows, (row) => {
			learn(row[learntColumn(engagement)]);
			report(eventOfRow(row, engagement));
		});
	}
	const reached = { reportedUpTo, timedOutUpTo: timeouts.length > 0 ? timedOutUpTo : cursor.timedOutUpTo };
	return { reports: [...reports.values()], reached };
}

/** Rows of messages whose subscribers did something that the trigger wants to hear of, and has not. */
interface Engaged {
	readonly engagement: Engagement;
	readonly rows: readonly Row[];
}

/** What was delivered before the trigger began to follow is past, also where another trigger follows it. */
async function readEngaged(table: MessageTable, { reportedUpTo }: Cursor, { wish, since }: Following): Promise<Engaged[]> {
	const engaged: Engaged[] = [];
	for (const engagement of wish.engagements) {
		const rows = await table.engagedSince(engagement, reportedUpTo > since ? reportedUpTo : since);
		engaged.push({ engagement, rows: rows.filter((row) => String(row.learntAt) > since) });
	}
	return engaged;
}
