import { scheduledMessages, scheduledRow, unschedule } from '../../gateway/account/scheduled';
import { required, textRecords } from './fields';
import { cutPage } from './pages';
import type { Question } from './question';

/** The messages that are still to go out at a time of their own, a page at a time. */
export const list_scheduled: Question = {
	fields: ['page'],
	answer: (gateway, asked) => {
		const { settings, account } = gateway;
		const { entries, ...page } = cutPage(scheduledMessages(gateway), asked.page, account.settings.pageSize);
		return { ...page, scheduled: entries.map((message) => scheduledRow(message, settings.timeZone)) };
	},
};

/** Deletes messages that are still to go out. */
export const scheduled: Question = {
	fields: ['delete_schedule'],
	answer: (gateway, asked) => {
		const ids = textRecords(asked.delete_schedule, 'delete_schedule', ['id_sms']).map((one) => required(one.id_sms, 'id_sms'));
		return { scheduled: ids.map((id) => ({ id_sms: id, action: unschedule(gateway, id) ? 'delete' : 'not_found' })) };
	},
};
