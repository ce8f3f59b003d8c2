import { phoneField, readPhone } from '../../../../nodes/CascadeMessaging/operations/message/track/phone';
import { refusalOf } from '../../support/refusalOf';

it.each([
	[undefined, undefined],
	['', undefined],
	['+7 (900) 000-00-01', '79000000001'],
	[' 044 258 96 32 ', '044 258 96 32'],
])('%j is read as %j', (phone, read) => {
	expect(phoneField.name).toBe('phone');
	expect(readPhone({ phone })).toBe(read);
});

it('is refused where it is no text', () => {
	expect(refusalOf(() => readPhone({ phone: {} }))).toMatchObject({ code: 'valueNotReadable', field: 'Phone' });
});
