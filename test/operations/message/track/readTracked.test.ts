import { readTracked } from '../../../../nodes/CascadeMessaging/operations/message/track/readTracked';
import { readerOf } from '../../support/readerOf';
import { refusalOf } from '../../support/refusalOf';

const read = (options: unknown, messageId: unknown = '1179038981'): unknown => readTracked(readerOf({ messageId, options }), 0);

it.each([undefined, null, {}, { phone: '', campaignName: ' \u200B' }, { phone: ' \n', campaignName: '' }])(
	'knows nothing but the ID from %j',
	(options) => {
		expect(read(options)).toStrictEqual([{ messageId: '1179038981', data: {} }]);
	},
);

it.each<[given: unknown, phone: string]>([
	['+7 (900) 000-00-01', '79000000001'],
	['8 900 000-00-01', '79000000001'],
	[79000000001, '79000000001'],
	['\u202D+380 44 258 96 32\u202C', '380442589632'],
	[' 044 258 96 32 ', '044 258 96 32'],
	['unknown', 'unknown'],
])('hands the phone %j on as %s', (given, phone) => {
	expect(read({ phone: given })).toStrictEqual([{ messageId: '1179038981', data: {}, phone }]);
});

it('trims the campaign, and says the same of every message of the item', () => {
	const known = { data: { contactId: 42 }, campaignName: 'Autumn sale' };
	expect(read({ campaignName: '\u00A0Autumn sale\n\u200B', attachDataJson: '{"contactId":42}' }, '1,2')).toStrictEqual([
		{ messageId: '1', ...known },
		{ messageId: '2', ...known },
	]);
});

it('refuses what is no ID', () => {
	expect(refusalOf(() => read({}, 'abc'))?.code).toBe('messageIdInvalid');
});

it.each(['phone', 'campaignName'])('refuses an object as %s', (name) => {
	const field = { phone: 'Phone', campaignName: 'Campaign Name' }[name] ?? '';
	expect(refusalOf(() => read({ [name]: {} }))).toMatchObject({ code: 'valueNotReadable', field });
});
