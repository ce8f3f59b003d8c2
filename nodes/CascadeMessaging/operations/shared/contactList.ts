import type { INodeProperties } from 'n8n-workflow';

import { isRecord, shorten } from '../../protocol';
import { unreadable } from './failure';
import { toName } from './values';

/** The stable codes of contact lists that cannot be read. */
export type ContactListCode = 'contactListMissing' | 'contactListInvalid';

/**
 * The parameter that names a contact list kept at the operator. No pattern says what an ID is: n8n gives up on patterns where the machine is busy, and
 * then starts nothing.
 */
export const contactListField: INodeProperties = {
	displayName: 'Contact List',
	name: 'contactList',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The list kept at the operator',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a contact list...',
			typeOptions: { searchListMethod: 'searchContactLists', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 42',
		},
	],
};

/**
 * The ID of a contact list, chosen from a list, typed, or given by an expression as text or number; `field` is what the interface calls it.
 *
 * @throws {ItemError} `contactListMissing` when there is none, `contactListInvalid` for what cannot be an ID.
 */
export function readContactList(value: unknown, field: string): string {
	const id = toName(isRecord(value) && '__rl' in value ? value.value : value, field);
	if (id === undefined) throw unreadable<ContactListCode>('contactListMissing', field, `${field} is empty; choose a list or give its ID.`);
	if (/^\d{1,20}$/.test(id)) return id;
	const message = `${field} "${shorten(id, 40)}" is not the ID of a list; those are digits, e.g. 42.`;
	throw unreadable<ContactListCode>('contactListInvalid', field, message);
}
