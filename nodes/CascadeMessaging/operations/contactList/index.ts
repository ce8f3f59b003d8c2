import { toValues } from '../shared/values';
import { changeOfContacts } from './change';
import { contactFields, readDetails } from './details';

export { getContacts } from './getContacts';
export { getContactLists } from './getMany';

/** Puts contacts on a list, or changes those that are on it. */
export const saveContacts = changeOfContacts({
	option: {
		name: 'Add or Update Contacts',
		value: 'addOrUpdate',
		action: 'Add or update contacts of contact list',
		description: 'Put contacts on a list kept at the operator, or change what is kept of them',
	},
	fields: [contactFields],
	read: ({ context, parameters }, item) => {
		const details = readDetails(toValues(parameters.read(contactFields.name, item, {})), context.getTimezone());
		return (phone) => ({ action: 'save', phone, details });
	},
	done: 'saved on',
});

/** Takes contacts off a list. */
export const removeContacts = changeOfContacts({
	option: {
		name: 'Remove Contacts',
		value: 'remove',
		action: 'Remove contacts from contact list',
		description: 'Take contacts off a list kept at the operator',
	},
	fields: [],
	read: () => (phone) => ({ action: 'delete', phone }),
	done: 'removed from',
});
