import type { INodeProperties } from 'n8n-workflow';

import type { ContactChange } from '../../protocol';
import type { AccountRun } from '../shared/account/accountRun';
import { changeItems } from '../shared/account/changeItems';
import { changingOptions } from '../shared/account/options';
import { changingTelling } from '../shared/account/telling';
import { contactListField, readContactList } from '../shared/contactList';
import type { Operation } from '../shared/operation';
import { operation } from '../shared/operation';
import { phoneFields } from '../shared/phone';

/** An operation that changes the contacts of a list, as the interface shows it, and what it does. */
interface Shown {
	readonly option: Operation['option'];
	/** The fields it has besides list and phones. */
	readonly fields: readonly INodeProperties[];
	/** Reads what is to become of each phone of an item. */
	readonly read: (run: AccountRun, item: number) => (phone: string) => ContactChange;
	/** What was done to a contact when it went well, ending before the list. */
	readonly done: string;
}

/** An operation that changes the contacts of a list. */
export function changeOfContacts({ option, fields, read, done }: Shown): Operation {
	return operation({
		option,
		fields: [contactListField, ...phoneFields, ...fields, changingOptions],
		telling: changingTelling,
		execute: async (context) =>
			await changeItems<ContactChange>(context, {
				read: (run, item) => {
					const contactList = readContactList(run.parameters.read(contactListField.name, item), contactListField.displayName);
					const changeOf = read(run, item);
					return (phone) => ({ contactList, change: changeOf(phone) });
				},
				changing: (run) => ({
					make: async (changes, listId = '') => await run.ask('changeContacts', { listId, changes }),
					done: (listId = '') => `${done} contact list ${listId}`,
				}),
			}),
	});
}
