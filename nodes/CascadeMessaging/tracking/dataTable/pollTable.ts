import type { DataTableStore } from '../../transport/readCredential';
import { wishOf } from '../following';
import type { Findings, Poll } from '../poll';
import type { Report } from '../report';
import { memoryOf } from './accountMemory';
import type { Cursor } from './cursorTable';
import { openTables } from './tables';
import { readUnreported } from './unreported';

/**
 * Polls for messages that stand in n8n's data table. When the findings are settled, the trigger's cursor moves; if anything is emitted, it
 * moves at the next poll only (see `TriggerCursor`).
 *
 * @throws {N8nApiError} `tableGone` or `tableRejected` when a table cannot be used, or any other of the API's codes
 */
export async function pollTable(poll: Poll, store: DataTableStore): Promise<Findings> {
	const { context, account, triggerKey, settings } = poll;
	const { giveUpAfter } = settings;
	const wish = wishOf(settings);
	const follows = wish.engagements.length > 0;
	const { messages, cursors } = await openTables(context, store, account.key, { follows });
	const memory = memoryOf(account.key, { messages, cursors });
	await memory.removeOldRows(messages, store.keepForDays);

	const upTo = isoOf(Date.now() - giveUpAfter);
	const trigger = memory.cursors.of(triggerKey);
	const owner = { trigger: triggerKey, workflowName: context.getWorkflow().name ?? '' };
	const cursor = await trigger.open(cursors, owner, { reportedUpTo: isoOf(poll.activeSince), timedOutUpTo: upTo });
	const since = await trigger.followingSince(cursors, follows, cursor.reportedUpTo);
	const following = since === undefined ? undefined : { wish, since };

	const givingUp = { after: cursor.timedOutUpTo, upTo, giveUpAfter };
	await memory.tracker.readNewRows(messages);
	memory.tracker.demandAnswers(givingUp);
	const ofWaiting = await memory.tracker.askAndWrite(messages, poll);
	const ofFollowed = following && (await memory.following.askAndWrite(messages, poll, following));

	const { reports, reached } = await readUnreported(messages, cursor, memory.tracker.timedOutUpTo(givingUp), following);
	const settle = async (wanted: readonly Report[]): Promise<void> => {
		if (wanted.length > 0) trigger.emitted(reached);
		else if (isFurther(reached, cursor)) await trigger.move(cursors, reached);
	};
	return { reports, trouble: ofWaiting ?? ofFollowed, settle };
}

/** Without anything to report, a cursor still passes final states of what was told as timed out before. */
function isFurther(reached: Cursor, cursor: Cursor): boolean {
	return reached.reportedUpTo > cursor.reportedUpTo || reached.timedOutUpTo > cursor.timedOutUpTo;
}

function isoOf(moment: number): string {
	return new Date(moment).toISOString();
}
