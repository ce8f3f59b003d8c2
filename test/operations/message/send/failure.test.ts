import { notSent } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';

it('what is found before sending was not sent, and keeps all it says', () => {
	const phone = { code: 'phoneInvalid', field: 'Phone', phone: '12', message: 'No.' };
	expect(notSent(phone)).toEqual({ ...phone, outcome: 'notSent' });
	expect(Object.keys(notSent(phone))).toEqual(['code', 'outcome', 'field', 'phone', 'message']);
});
