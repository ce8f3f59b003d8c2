import type { SendAnswer, StatesAnswer } from '../../../nodes/CascadeMessaging/protocol/answers';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../../nodes/CascadeMessaging/protocol/matching';
import type { Content, Recipient } from '../../../nodes/CascadeMessaging/protocol/message';
import { parseJson } from '../support/fixtures';
import { recipientsOf } from '../support/recipients';

const { json } = PROTOCOLS;

const decodeSend = (document: unknown): SendAnswer => json.decodeSend(JSON.stringify(document));
const recipientsIn = (document: unknown): unknown => recipientsOf(decodeSend(document));
const decodeStates = (document: unknown): StatesAnswer => json.decodeStates(JSON.stringify(document), []);
const SMS: Content = { cascade: ['sms'], channels: { sms: { text: 'Hi' } } };
const ACCEPTED = { id_message: '501', phone: '79000000001' };

describe('a request', () => {
	const bodyOf = (content: Content, ...recipients: Recipient[]): unknown => {
		const request = json.encodeSend([{ content, recipients }]);
		return request.method === 'POST' ? parseJson(request.body) : undefined;
	};

	it('carries all scalar values as strings', () => {
		const viber = { text: 'Hi', validityPeriod: 30, finaleRead: true };
		expect(bodyOf({ cascade: ['viber'], channels: { viber } }, { phone: '79000000001', clientMessageId: '1' })).toEqual({
			message: [
				{
					send_viber: '1',
					text_viber: 'Hi',
					validity_period_viber: '30',
					finale_viber_read: '1',
					phones: [{ phone: '79000000001', client_id_message: '1' }],
				},
			],
		});
	});

	it('to contact lists names them in the place of phones, each with its time, and those to be skipped', () => {
		const content = { ...SMS, sendAt: '2026-12-01 10:30', stopLists: ['6', '7'] };
		const request = json.encodeLists?.([
			{ content, contactList: '4', sendAt: '2026-12-02 10:30' },
			{ content: SMS, contactList: '5' },
		]);
		expect(request?.method === 'POST' && parseJson(request.body)).toEqual({
			message: [
				{
					...{ send_sms: '1', time_send: '2026-12-01 10:30', text_sms: 'Hi' },
					base: [{ base: '4', time_send: '2026-12-02 10:30' }],
					stop_base: [{ base: '6' }, { base: '7' }],
				},
				{ send_sms: '1', text_sms: 'Hi', base: [{ base: '5' }] },
			],
		});
		expect(bodyOf({ ...SMS, stopLists: ['6'] }, { phone: '79000000001' })).toMatchObject({ message: [{ stop_base: [{ base: '6' }] }] });
		expect([PROTOCOLS.xml.encodeLists, PROTOCOLS.get.encodeLists]).toEqual([undefined, undefined]);
	});

	it('keeps template parameters of any name', () => {
		const names = ['__proto__', 'constructor', 'toString', '', '1st name', 'a"b'];
		const templateData = names.map((name) => ({ name, value: `of ${name}` }));
		const body = JSON.stringify(bodyOf({ cascade: ['vk'], channels: { vk: { templateId: '1', templateData } } }));
		for (const name of names) expect(body).toContain(`${JSON.stringify(name)}:${JSON.stringify(`of ${name}`)}`);
	});

	it('asks for states by ID', () => {
		expect(json.encodeStates(['1', '2'])).toMatchObject({
			body: '{"state":[{"id_message":"1"},{"id_message":"2"}]}',
		});
	});
});

describe('the answer to a send request', () => {
	it('is taken in any of the usual spellings of its values', () => {
		const recipient = {
			phone: 79000000001,
			id_message: 501,
			client_id_message: 111,
			count_message: 2,
			id_viber: 7,
			id_sms: 0,
			id_vk: '',
		};
		const raw = { ...recipient, unheard_of: { of: ['it'] } };
		const channelIds = { viber: '7', sms: null, vk: null };
		expect(recipientsIn({ message: [[raw]] })).toEqual([
			[
				{
					accepted: true,
					messageId: '501',
					phone: '79000000001',
					clientMessageId: '111',
					parts: 2,
					channelIds,
					raw,
				},
			],
		]);
	});

	it.each([
		['1,0', 1],
		['2.0', 2],
		['', null],
		[null, null],
		['many', null],
	])('count_message %j means %j parts', (count_message, parts) => {
		expect(recipientsIn({ message: [[{ ...ACCEPTED, count_message }]] })).toMatchObject([[{ parts }]]);
	});

	it('tells only of the channels it names', () => {
		const recipient = { ...ACCEPTED, id_whatsapp: '9' };
		expect(recipientsIn({ message: [[recipient]] })).toMatchObject([[{ channelIds: { whatsapp: '9' } }]]);
		expect(recipientsIn({ message: [[ACCEPTED]] })).toMatchObject([[{ channelIds: {} }]]);
	});

	it.each([
		['a list of lists', [[ACCEPTED]]],
		['a list of one recipient', [ACCEPTED]],
		['one recipient', ACCEPTED],
	])('may stand as %s', (_, message) => {
		expect(recipientsIn({ message })).toMatchObject([[{ accepted: true, messageId: '501' }]]);
	});

	it('may refuse one recipient who stands alone', () => {
		expect(decodeSend({ message: [{ phone: '79000000001', error: 'Stop list' }] })).toMatchObject({
			messages: [{ recipients: [{ accepted: false, reason: 'Stop list', phone: '79000000001' }] }],
		});
	});

	it('keeps the ID of one recipient who stands alone and was refused', () => {
		expect(decodeSend({ message: [{ id_message: '501', error: 'Sent before' }] })).toMatchObject({
			messages: [{ recipients: [{ accepted: false, reason: 'Sent before', messageId: '501' }] }],
		});
	});

	it('may refuse a message as a whole', () => {
		expect(decodeSend({ message: [{ error: 'No channel' }, [ACCEPTED]] })).toMatchObject({
			messages: [{ refused: 'No channel' }, { recipients: [{ accepted: true }] }],
		});
	});

	it('may refuse everything', () => {
		expect(decodeSend({ error: ' Неверный логин или пароль ' })).toEqual({
			refused: 'Неверный логин или пароль',
		});
	});

	it('is read by its messages, whatever else it says', () => {
		expect(recipientsIn({ error: 'Partly', message: [[ACCEPTED]] })).toMatchObject([[{ accepted: true, messageId: '501' }]]);
	});

	it('may write lists as PHP does when there are gaps: as objects with numbers for names', () => {
		const other = { id_message: '502', phone: '79000000002' };
		expect(recipientsIn({ message: { '0': { '0': ACCEPTED, '2': other }, '2': [other] } })).toMatchObject([
			[{ messageId: '501' }, { messageId: '502' }],
			[{ messageId: '502' }],
		]);
	});

	it.each([5, 'ok', true, null, []])('leaves only that recipient open whose answer is %j', (recipient) => {
		const answer = decodeSend({ message: [[recipient, ACCEPTED]] });
		expect(recipientsOf(answer)).toMatchObject([
			[
				{ accepted: false, reason: null, raw: recipient },
				{ accepted: true, messageId: '501' },
			],
		]);
		const message = { content: SMS, recipients: [{ phone: '79000000002' }, { phone: ACCEPTED.phone }] };
		expect(matchAnswers([message], answer).results).toMatchObject([
			{ outcome: 'unanswered', reason: 'The gateway gave neither an ID nor a reason.' },
			{ outcome: 'accepted' },
		]);
	});

	it('accepts nobody when it is nested too deep', () => {
		const answer = json.decodeSend(`{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
		const [[recipient, ...others] = []] = recipientsOf(answer);
		expect(recipient?.accepted === false && recipient.reason).toBeNull();
		expect(others).toEqual([]);
	});

	it('may answer for nobody', () => {
		expect(decodeSend({ message: [] })).toEqual({ messages: [] });
		expect(decodeSend({ message: [[], null] })).toEqual({ messages: [{ recipients: [] }, { recipients: [] }] });
	});

	it.each(['0', 0, '', null, undefined])('accepts nobody whose ID is %j', (id_message) => {
		const recipient = { ...ACCEPTED, id_message };
		expect(recipientsIn({ message: [[recipient]] })).toMatchObject([[{ accepted: false, phone: '79000000001' }]]);
	});

	it('keeps an ID that comes along with a refusal', () => {
		expect(decodeSend({ message: [[{ ...ACCEPTED, error: 'Sent before' }]] })).toMatchObject({
			messages: [{ recipients: [{ accepted: false, reason: 'Sent before', messageId: '501' }] }],
		});
	});

	it('says no more than came', () => {
		const refused = { error: 'Stop list' };
		expect(recipientsIn({ message: [[ACCEPTED, refused]] })).toStrictEqual([
			[
				{
					accepted: true,
					messageId: '501',
					phone: '79000000001',
					parts: null,
					channelIds: {},
					raw: ACCEPTED,
				},
				{ accepted: false, reason: 'Stop list', raw: refused },
			],
		]);
	});

	it('names nobody by a phone without digits', () => {
		const [[recipient] = []] = recipientsOf(decodeSend({ message: [[{ ...ACCEPTED, phone: 'unknown' }]] }));
		expect(recipient).toMatchObject({ accepted: true, messageId: '501' });
		expect(recipient).not.toHaveProperty('phone');
	});

	it('reduces a phone to its digits', () => {
		const phone = '+7 (900) 000-00-01';
		expect(recipientsIn({ message: [[{ ...ACCEPTED, phone }]] })).toMatchObject([[{ phone: '79000000001' }]]);
	});
});

describe('a huge ID', () => {
	const id = '123456789012345678901234567890';

	it('is kept, digit for digit', () => {
		expect(recipientsIn({ message: [[{ ...ACCEPTED, id_message: id }]] })).toMatchObject([[{ messageId: id }]]);
	});

	it.each(['1234567890123456', '9007199254740993', id])('is kept when it comes as the number %s', (number) => {
		const answer = json.decodeSend(`{"message":[[{"phone":79000000001,"id_message": ${number} }]]}`);
		expect(recipientsOf(answer)).toMatchObject([[{ messageId: number, phone: '79000000001' }]]);
		expect(recipientsOf(answer)[0]?.[0]?.raw).toEqual({ phone: 79000000001, id_message: number });
		expect(json.decodeStates(`{"state":[{"id_message":${number},"state":"send"}]}`, [])).toMatchObject({
			states: [{ messageId: number }],
		});
	});

	it.each([
		String.raw`ID 9007199254740993`,
		String.raw`"9007199254740993"`,
		String.raw`\", 9007199254740993, \"`,
		String.raw`{"id_message":9007199254740993}\\`,
	])('stays as it is within words: %s', (words) => {
		expect(json.decodeSend(JSON.stringify({ error: words }))).toEqual({ refused: words });
	});

	it.each([
		['0.12345678901234568', 0.12345678901234568],
		['1234567890123456.5', 1234567890123456.5],
		['1e0000000000000002', 100],
	])('is not what %s is: a price', (wire, price) => {
		const text = `{"state":[{"id_message":"501","state":"deliver","state_sms":"deliver","price_sms":${wire}}]}`;
		expect(json.decodeStates(text, [])).toMatchObject({ states: [{ channels: { sms: { price } } }] });
	});
});

describe('the answer to a state query', () => {
	it('is taken in any of the usual spellings of its values', () => {
		const state = {
			id_message: 501,
			state: ' deliver ',
			time_change_state: '',
			state_sms: 'deliver',
			num_parts_sms: 2,
			price_sms: '3,40',
			unheard_of: 1,
		};
		const expected = {
			states: [
				{
					messageId: '501',
					state: 'deliver',
					changedAt: null,
					channels: { sms: { state: 'deliver', price: 3.4, parts: 2 } },
				},
			],
		};
		expect(decodeStates({ state: [state] })).toEqual(expected);
		expect(decodeStates({ state })).toEqual(expected);
	});

	it('tells of WhatsApp where the gateway does', () => {
		const state = { id_message: '501', state: 'deliver', state_whatsapp: 'deliver', price_whatsapp: 0.5 };
		expect(decodeStates({ state })).toStrictEqual({
			states: [
				{
					messageId: '501',
					state: 'deliver',
					changedAt: null,
					channels: { whatsapp: { state: 'deliver', price: 0.5 } },
				},
			],
		});
	});

	it('may be a refusal, or tell of nothing', () => {
		expect(decodeStates({ error: 'Wrong password' })).toEqual({ refused: 'Wrong password' });
		expect(decodeStates({ state: [] })).toEqual({ states: [] });
	});

	it.each([{ state: 'deliver' }, { id_message: '501' }, { id_message: ' ', state: 'deliver' }, 'deliver', null])(
		'tells nothing where an ID or a state is missing, and still of the others: %j',
		(record) => {
			const other = { id_message: '502', state: 'send' };
			expect(decodeStates({ state: [record] })).toEqual({ states: [] });
			expect(decodeStates({ state: [record, other] })).toMatchObject({ states: [{ messageId: '502' }] });
		},
	);

	it('is read by its records, whatever else it says', () => {
		const state = { '1': { id_message: '501', state: 'deliver' }, '3': { id_message: '502', state: 'send' } };
		expect(decodeStates({ error: 'Partly', state })).toMatchObject({
			states: [{ messageId: '501' }, { messageId: '502' }],
		});
	});
});

describe('around the document', () => {
	it.each(['\uFEFF', ' \r\n\t', '\uFEFF\n '])('%j does no harm', (around) => {
		expect(json.decodeSend(`${around}{"error":"x"}\n `)).toEqual({ refused: 'x' });
		expect(json.decodeStates(`${around}{"error":"x"}\n `, [])).toEqual({ refused: 'x' });
	});
});
