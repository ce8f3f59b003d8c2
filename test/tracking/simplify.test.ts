import { simplified, simplifyFields } from '../../nodes/CascadeMessaging/tracking/simplify';

it('keeps whom an item is about and what one branches on, in this order', () => {
	const sent = { messageId: '7', phone: '79000000001', accepted: true, repeat: false, sendAt: null, channels: { sms: {} }, parts: 1 };
	const status = { outcome: 'delivered', final: true, state: 'deliver', deliveredBy: 'sms', engagement: null, totalPrice: 3.4 };

	expect(Object.entries(simplified(sent))).toEqual([
		['phone', '79000000001'],
		['accepted', true],
		['messageId', '7'],
		['repeat', false],
	]);
	expect(Object.entries(simplified({ ...status, ...sent }))).toEqual([
		...Object.entries(simplified(sent)),
		...[['outcome', 'delivered'] as const, ['deliveredBy', 'sms'] as const, ['totalPrice', 3.4] as const, ['engagement', null] as const],
	]);
});

it('keeps who a contact is', () => {
	const contact = { phone: '79000000001', contactList: '4', name: 'Anna', surname: null, birthday: '1990-05-17', gender: 'female' };

	expect(Object.entries(simplified({ ...contact, patronymic: null, additional1: 'VIP', operator: 'МТС' }))).toEqual(
		Object.entries(contact),
	);
});

it('keeps what was attached or asked for, and what has to be said', () => {
	const kept = { sample: true, event: 'read', data: { contactId: '42' }, warning: 'Not tracked.', rawAnswer: [{ id: 7 }] };

	expect(simplified({ ...kept, sentBy: {}, protocol: 'json' })).toEqual(kept);
});

it('is the default of new nodes, and off in those that were told everything', () => {
	expect(simplifyFields).toMatchObject([
		{ name: 'simplify', default: false, displayOptions: { show: { '@version': [1] } } },
		{ name: 'simplify', default: true, displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } } },
	]);
});
