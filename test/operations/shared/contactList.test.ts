import { contactListField, readContactList } from '../../../nodes/CascadeMessaging/operations/shared/contactList';
import { refusalOf } from '../support/refusalOf';

const read = (value: unknown): string => readContactList(value, contactListField.displayName);

it.each([
	[{ __rl: true, mode: 'list', value: '42', cachedResultName: 'Customers' }, '42'],
	[{ __rl: true, mode: 'id', value: ' 42 ' }, '42'],
	[{ __rl: true, mode: 'id', value: 42 }, '42'],
	['42', '42'],
	[42, '42'],
])('%j is list %s', (value, id) => {
	expect(read(value)).toBe(id);
});

it.each([
	['', 'contactListMissing', 'Contact List is empty; choose a list or give its ID.'],
	[{ __rl: true, mode: 'list', value: '' }, 'contactListMissing', 'Contact List is empty; choose a list or give its ID.'],
	[null, 'contactListMissing', 'Contact List is empty; choose a list or give its ID.'],
	['Customers', 'contactListInvalid', 'Contact List "Customers" is not the ID of a list; those are digits, e.g. 42.'],
	[1.5, 'contactListInvalid', 'Contact List "1.5" is not the ID of a list; those are digits, e.g. 42.'],
])('refuses %j', (value, code, message) => {
	expect(refusalOf(() => read(value))).toEqual({ code, message, field: 'Contact List' });
});
