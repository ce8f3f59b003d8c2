import { readStopLists, stopListsField } from '../../../nodes/CascadeMessaging/operations/message/stopLists';
import { refusalOf } from '../support/refusalOf';

const row = (value: unknown) => ({ contactList: { __rl: true, mode: 'id', value } });

it.each([
	[undefined, undefined],
	['', undefined],
	[{}, undefined],
	[{ lists: [] }, undefined],
	[{ lists: [row('6'), row(7), row('6')] }, ['6', '7']],
	['6; 7', ['6', '7']],
	[6, ['6']],
	[
		['6', 7],
		['6', '7'],
	],
])('%j is %j', (value, lists) => {
	expect(stopListsField.name).toBe('stopLists');
	expect(readStopLists(value)).toEqual(lists);
});

it.each([
	[{ lists: [row('')] }, 'contactListMissing', 'Stop Lists is empty; choose a list or give its ID.'],
	['6, shop', 'contactListInvalid', 'Stop Lists "shop" is not the ID of a list; those are digits, e.g. 42.'],
])('refuses %j', (value, code, message) => {
	expect(refusalOf(() => readStopLists(value))).toEqual({ code, message, field: 'Stop Lists' });
});
