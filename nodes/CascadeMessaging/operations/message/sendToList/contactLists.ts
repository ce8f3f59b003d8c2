import type { INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../protocol';
import type { ContactListCode } from '../../shared/contactList';
import { contactListField, readContactList } from '../../shared/contactList';
import { unreadable } from '../../shared/failure';
import type { Given } from '../../shared/templates/given';
import { sendAtField } from '../send/sendAt';

/** The parameter that says which contact lists a message goes to, and when. */
export const contactListsField: INodeProperties = {
	displayName: 'Contact Lists',
	name: 'contactLists',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add List' },
	default: { lists: [{}] },
	required: true,
	placeholder: 'Add List',
	description:
		'The contact lists kept at the operator that get the message. Who stands on several of them gets it once, by the first of them.',
	options: [
		{
			displayName: 'List',
			name: 'lists',
			values: [
				contactListField,
				{
					...sendAtField,
					description:
						"When the gateway is to send to this list, in the workflow's time zone. Empty means as the option Send At says, or now.",
				},
			],
		},
	],
};

/** A contact list a message goes to. */
export interface WantedList {
	readonly id: string;
	/** The row, for what else it says. */
	readonly row: Given;
}

/**
 * The contact lists of an item, in order.
 *
 * @throws {ItemError} `contactListMissing` when there is none, `contactListInvalid` for what cannot be one or stands there twice.
 */
export function readContactLists(given: Given): WantedList[] {
	const rows = given
		.at('lists')
		.list()
		.filter(({ value }) => isRecord(value));
	const field = contactListsField.displayName;
	if (rows.length === 0) throw unreadable<ContactListCode>('contactListMissing', field, `${field} is empty; add at least one list.`);
	const wanted = rows.map((row) => ({ id: readContactList(row.at('contactList').value, contactListField.displayName), row }));
	const twice = wanted.find(({ id }, index) => wanted.findIndex((other) => other.id === id) !== index);
	if (twice === undefined) return wanted;
	throw unreadable<ContactListCode>(
		'contactListInvalid',
		field,
		`${field}: list ${twice.id} stands there twice; each list may stand there once.`,
	);
}
