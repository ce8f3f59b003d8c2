import type { RecipientAnswer, StateRecord } from '../../../nodes/CascadeMessaging/protocol/answers';
import { CHANNELS } from '../../../nodes/CascadeMessaging/protocol/channels';
import type { Fields } from '../../../nodes/CascadeMessaging/protocol/codecs/fields';
import { readRecipient, readStates } from '../../../nodes/CascadeMessaging/protocol/codecs/fields';

const recipientIn = (fields: Fields, reason?: string, raw: unknown = null): RecipientAnswer =>
	readRecipient({ fields, reason, raw }, CHANNELS);
const statesIn = (state: string | undefined, fields: Fields): StateRecord[] => readStates({ fields, state }, CHANNELS);

describe('a recipient', () => {
	it('is accepted with an ID and no reason', () => {
		const fields = {
			id_message: '501',
			phone: '+7 (900) 000-00-01',
			client_id_message: 42,
			count_message: '2',
			id_viber: '7',
			id_sms: '0',
			id_fax: '9',
		};
		expect(recipientIn(fields, undefined, fields)).toEqual({
			accepted: true,
			messageId: '501',
			phone: '79000000001',
			clientMessageId: '42',
			parts: 2,
			channelIds: { viber: '7', sms: null },
			raw: fields,
		});
	});

	it('is refused with a reason, and an ID beside it is not lost', () => {
		expect(recipientIn({ id_message: '501' }, 'No')).toEqual({ accepted: false, reason: 'No', messageId: '501', raw: null });
	});

	it('is unknown with neither', () => {
		expect(recipientIn({ id_message: '0', phone: '-', client_id_message: '' })).toEqual({ accepted: false, reason: null, raw: null });
	});
});

describe('what was echoed as a client number', () => {
	const echoed = (number: unknown): unknown => recipientIn({ client_id_message: number }).clientMessageId;

	it.each([
		['42', '42'],
		[42, '42'],
		[' 42 ', '42'],
		['A-1_b', 'A-1_b'],
		['9'.repeat(64), '9'.repeat(64)],
	])('may be %j', (number, text) => {
		expect(echoed(number)).toBe(text);
	});

	it.each(['', '0', 'null', 'ok', 'not sent', '42!', '!42', '9'.repeat(65), true, ['42'], null, undefined])('is none in %j', (number) => {
		expect(echoed(number)).toBeUndefined();
	});
});

describe('a state record', () => {
	it('tells of the channels it names, and of their parts where they are counted', () => {
		const fields = {
			id_message: '501',
			time_change_state: '2026-12-01 10:31:07',
			state_sms: 'deliver',
			num_parts_sms: '2',
			price_sms: '3,40',
			state_vk: '',
			price_viber: '1',
		};
		expect(statesIn('deliver', fields)).toEqual([
			{
				messageId: '501',
				state: 'deliver',
				changedAt: '2026-12-01 10:31:07',
				channels: { sms: { state: 'deliver', price: 3.4, parts: 2 }, vk: { state: null, price: null } },
			},
		]);
	});

	it('need not say when it changed', () => {
		expect(statesIn('send', { id_message: '501', time_change_state: ' ' })).toEqual([
			{ messageId: '501', state: 'send', changedAt: null, channels: {} },
		]);
	});

	it.each([
		['without an ID', 'send', {}],
		['without a state', undefined, { id_message: '501' }],
	])('is none %s', (_, state, fields) => {
		expect(statesIn(state, fields)).toEqual([]);
	});
});
