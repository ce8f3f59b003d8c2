import { lookUp } from '../../gateway/account/numberPlan';
import { jsonList, jsonText } from '../jsonValues';
import { phoneList } from './fields';
import type { Question } from './question';

/** What the operator knows of phones. */
export const def: Question = {
	fields: ['phones'],
	answer: ({ account }, asked) => ({
		phones: jsonList(asked.phones, 'phones')
			.map((phone) => jsonText(phone, 'phones'))
			.map((phone) => ({ phone, ...lookUp(phone, account.settings.hoursFrom) })),
	}),
};

/** The phones that nothing is sent to. */
export const list_stop: Question = { fields: [], answer: ({ account }) => ({ phones: [...account.stopList] }) };

/** Puts phones on the stop list, and takes others off it. */
export const stop: Question = {
	fields: ['add_stop', 'delete_stop'],
	answer: ({ account: { stopList } }, asked) => {
		const added = phoneList(asked.add_stop, 'add_stop');
		const deleted = phoneList(asked.delete_stop, 'delete_stop');
		for (const phone of added) stopList.add(phone);
		return {
			phones: [
				...added.map((phone) => ({ phone, action: 'add' })),
				...deleted.map((phone) => ({ phone, action: stopList.delete(phone) ? 'delete' : 'not_found' })),
			],
		};
	},
};
