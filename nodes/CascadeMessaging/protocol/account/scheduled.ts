import type { Fields } from '../codecs/fields';
import { numberOf } from '../numbers';
import { idOf } from '../scalars';
import type { Changed } from './changed';
import { changedIn, changesTold } from './changed';
import type { Page } from './page';
import { pageIn } from './page';
import type { Question } from './question';
import { dateIn, phoneIn, recordsIn, textIn } from './values';

/** A message that waits at the gateway for its time. */
export interface Scheduled {
	readonly messageId: string;
	readonly phone: string | null;
	readonly sender: string | null;
	readonly text: string | null;
	readonly parts: number | null;
	readonly campaignName: string | null;
	/** When it goes out, `YYYY-MM-DD hh:mm` on the account's clock. */
	readonly sendAt: string | null;
}

/** Which messages wait for their time, a page at a time; pages are counted from 1 (docs/protocol.md section 8). */
export const scheduledQuestion: Question<{ readonly page: number }, Page<Scheduled>> = {
	type: 'list_scheduled',
	write: ({ page }) => ({ page: String(page) }),
	read: (fields) => pageIn(fields, { entries: recordsIn(fields, 'scheduled', scheduledIn) }),
};

function scheduledIn(record: Fields): Scheduled | null {
	const messageId = idOf(record.id_sms);
	if (messageId === null) return null;
	return {
		messageId,
		phone: phoneIn(record.phone),
		sender: textIn(record.originator),
		text: textIn(record.text_sms),
		parts: numberOf(record.count_sms),
		campaignName: textIn(record.name_delivery),
		sendAt: dateIn(record.time_send),
	};
}

/** What became of a message that was to be called off. */
export interface Cancelled extends Changed {
	readonly messageId: string;
}

/** Calls messages off that wait for their time (section 8): what became of each, in their order. */
export const scheduledCancel: Question<{ readonly messageIds: readonly string[] }, readonly Cancelled[]> = {
	type: 'scheduled',
	changes: 'scheduled',
	write: ({ messageIds }) => ({ delete_schedule: messageIds.map((id) => ({ id_sms: id })) }),
	read: (fields, { input: { messageIds }, quote }) => {
		const entries = recordsIn(fields, 'scheduled', (record) => {
			const id = idOf(record.id_sms);
			return id === null ? null : { key: id, entry: changedIn(record, quote) };
		});
		return changesTold(messageIds, entries, { keysOf: (id) => [id], nameOf: (messageId) => ({ messageId }) });
	},
};
