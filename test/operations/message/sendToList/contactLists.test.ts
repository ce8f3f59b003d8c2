import { contactListsField, readContactLists } from '../../../../nodes/CascadeMessaging/operations/message/sendToList/contactLists';
import { Given } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { refusalOf } from '../../support/refusalOf';

const row = (value: unknown, sendAt = '') => ({ contactList: { __rl: true, mode: 'id', value }, sendAt });
const read = (...lists: unknown[]): string[] => readContactLists(new Given({ lists }, { lists })).map(({ id }) => id);

it('are read in order, each with what else its row says', () => {
	expect(contactListsField.name).toBe('contactLists');
	expect(read(row('4'), row(5))).toEqual(['4', '5']);
	const lists = [row('4', '2026-12-01T10:30')];
	expect(readContactLists(new Given({ lists }, { lists }))[0]?.row.at('sendAt').value).toBe('2026-12-01T10:30');
});

it.each([
	[[], 'contactListMissing', 'Contact Lists is empty; add at least one list.', 'Contact Lists'],
	[[row('')], 'contactListMissing', 'Contact List is empty; choose a list or give its ID.', 'Contact List'],
	[
		[row('4'), row('4')],
		'contactListInvalid',
		'Contact Lists: list 4 stands there twice; each list may stand there once.',
		'Contact Lists',
	],
])('refuses %j', (lists, code, message, field) => {
	expect(refusalOf(() => read(...lists))).toEqual({ code, message, field });
});
