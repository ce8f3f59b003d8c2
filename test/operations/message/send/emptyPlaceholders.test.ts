import { emptyPlaceholdersField, readRefusesEmpty } from '../../../../nodes/CascadeMessaging/operations/message/send/emptyPlaceholders';
import { refusalOf } from '../../support/refusalOf';

it('works as its default says when it is not set', () => {
	expect(emptyPlaceholdersField.default).toBe('sendAnyway');
	expect([{}, { emptyPlaceholders: '' }, { emptyPlaceholders: 'sendAnyway' }].map(readRefusesEmpty)).toEqual([false, false, false]);
});

it('refuses items where it is set so', () => {
	expect(readRefusesEmpty({ emptyPlaceholders: 'refuse' })).toBe(true);
});

it('is one of the choices the interface offers', () => {
	expect(emptyPlaceholdersField.options).toMatchObject([{ value: 'sendAnyway' }, { value: 'refuse' }]);
	expect(refusalOf(() => readRefusesEmpty({ emptyPlaceholders: 'x' }))).toEqual({
		code: 'valueNotReadable',
		field: 'Empty Placeholders',
		message: 'Empty Placeholders must be one of sendAnyway, refuse.',
	});
});
