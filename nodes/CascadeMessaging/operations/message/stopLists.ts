import type { INodeProperties } from 'n8n-workflow';

import { isRecord, listOf, splitList } from '../../protocol';
import { contactListField, readContactList } from '../shared/contactList';
import { toText } from '../shared/values';

/** Option of operations that send: whom the gateway is to skip. */
export const stopListsField: INodeProperties = {
	displayName: 'Stop Lists',
	name: 'stopLists',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add List' },
	default: {},
	placeholder: 'Add List',
	description:
		"Contact lists kept at the operator whose numbers are skipped. The operator's own stop list always counts. JSON only, and not every operator has contact lists.",
	options: [{ displayName: 'List', name: 'lists', values: [{ ...contactListField, required: false }] }],
};

/**
 * The IDs of the contact lists to be skipped, of the value of the option, each once: rows, or what an expression gives, a list or text with
 * commas. Nothing where there is none.
 *
 * @throws {ItemError} `contactListMissing` or `contactListInvalid` for a row without a list.
 */
export function readStopLists(value: unknown): string[] | undefined {
	const rows = isRecord(value) && !('__rl' in value) ? listOf(value.lists) : listOf(value).flatMap(inText);
	const lists = rows.map((row) =>
		readContactList(isRecord(row) && 'contactList' in row ? row.contactList : row, stopListsField.displayName),
	);
	return lists.length === 0 ? undefined : [...new Set(lists)];
}

function inText(value: unknown): unknown[] {
	return isRecord(value) ? [value] : splitList(toText(value, stopListsField.displayName));
}
