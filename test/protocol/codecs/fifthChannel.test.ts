import { inCascade } from '../../../nodes/CascadeMessaging/protocol/channelStatus';
import type { GatewayRequest, ProtocolName } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { createCodecs } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { Content } from '../../../nodes/CascadeMessaging/protocol/message';
import { statusOf } from '../../../nodes/CascadeMessaging/protocol/messageStatus';
import { checkMessage } from '../../../nodes/CascadeMessaging/protocol/rules';
import { PROTOCOL_NAMES, TO } from '../support/check';
import { FIVE_CHANNELS, TELEGRAM } from '../support/fifthChannel';
import { parseJson } from '../support/fixtures';
import { limitsWith } from '../support/limits';
import { queryOf } from '../support/queryOf';
import { childrenNamed, parseXml } from '../support/xmlTree';

const { json, xml, get } = createCodecs(FIVE_CHANNELS);
const CODECS = { json, xml, get };

const content: Content = {
	cascade: [TELEGRAM, 'sms'],
	channels: {
		[TELEGRAM]: { text: 'Hi', validityPeriod: 5, finaleRead: true, templateData: [{ name: 'Name', value: 'Anna' }] },
		sms: { sender: 'MyShop', text: 'Hello' },
	},
};

const bodyOf = (request: GatewayRequest): string => (request.method === 'POST' ? request.body : '');

describe('a channel that is one row more in the table is sent', () => {
	const scalars = {
		send_telegram: '1',
		send_sms: '2',
		sender_sms: 'MyShop',
		text_sms: 'Hello',
		text_telegram: 'Hi',
		validity_period_telegram: '5',
		finale_telegram_read: '1',
	};

	it('over JSON', () => {
		expect(parseJson(bodyOf(json.encodeSend([{ content, recipients: [TO] }])))).toEqual({
			message: [{ ...scalars, data_telegram: { Name: 'Anna' }, phones: [TO] }],
		});
	});

	it('over XML', () => {
		const [message] = childrenNamed(parseXml(bodyOf(xml.encodeSend([{ content, recipients: [TO] }]))), 'message');
		const written = (message?.children ?? []).map(({ name, text, children: [first] }) => [
			name,
			first === undefined ? text : `${first.name}: ${first.text}`,
		]);
		expect(Object.fromEntries(written)).toEqual({ ...scalars, data_telegram: 'Name: Anna', abonent: '' });
	});

	it('over GET', () => {
		const query = new URLSearchParams(queryOf(get.encodeSend([{ content, recipients: [TO] }])));
		expect(Object.fromEntries(query)).toEqual({ ...scalars, data_telegram: '{"Name":"Anna"}', phone: TO.phone });
	});

	it.each(PROTOCOL_NAMES)('once it has been checked, over %s', (protocol) => {
		const violationsOf = (text: string): string[] => {
			const one = { ...content, channels: { ...content.channels, [TELEGRAM]: { text } } };
			return checkMessage(one, TO, limitsWith(CODECS[protocol]), FIVE_CHANNELS).map(({ message }) => message);
		};
		expect(violationsOf('Hi')).toEqual([]);
		expect(violationsOf(' ')).toEqual(['Telegram Text is empty; it is required.']);
		expect(violationsOf('Hello there')).toEqual(['Telegram Text has 11 characters; at most 10 are allowed.']);
	});
});

it.each<[ProtocolName, answer: string, channelIds: object]>([
	['json', '{"message":[[{"id_message":"501","phone":"79000000001","id_telegram":"7001","id_sms":"0"}]]}', { telegram: '7001', sms: null }],
	[
		'xml',
		'<response><message><information id_message="501" phone="79000000001" id_telegram="7001" id_sms="0">send</information></message></response>',
		{ telegram: '7001', sms: null },
	],
	['get', '501', {}],
])('its answer is read over %s', (protocol, answer, channelIds) => {
	expect(CODECS[protocol].decodeSend(answer, { phones: [TO.phone] })).toMatchObject({
		messages: [{ recipients: [{ accepted: true, messageId: '501', channelIds }] }],
	});
});

describe('its state', () => {
	it('is asked for by the ID of the message', () => {
		expect(parseJson(bodyOf(json.encodeStates(['501'])))).toEqual({ state: [{ id_message: '501' }] });
		expect(bodyOf(xml.encodeStates(['501']))).toContain('<state><id_message>501</id_message></state>');
		expect(queryOf(get.encodeStates(['501']))).toBe('id_message=501');
	});

	const known = { telegram: { state: 'read', price: 1.5, parts: 2 }, sms: { state: 'send', price: 0, parts: null } };

	it.each<[ProtocolName, answer: string, channels: object]>([
		[
			'json',
			'{"state":[{"id_message":"501","state":"deliver","state_telegram":"read","price_telegram":"1,5","num_parts_telegram":"2","state_sms":"send","price_sms":0}]}',
			known,
		],
		[
			'xml',
			'<response><state id_message="501" state_telegram="read" price_telegram="1,5" num_parts_telegram="2" state_sms="send" price_sms="0">deliver</state></response>',
			known,
		],
		['get', 'deliver', {}],
	])('is read over %s', (protocol, answer, channels) => {
		const states = [{ messageId: '501', state: 'deliver', changedAt: null, channels }];
		expect(CODECS[protocol].decodeStates(answer, ['501'])).toEqual({ states });
	});

	it('counts towards what became of the message', () => {
		const status = statusOf({ messageId: '501', state: 'deliver', changedAt: null, channels: known }, 'Europe/Moscow');
		expect(status).toMatchObject({ deliveredBy: 'telegram', engagement: 'read', totalPrice: 1.5 });
		expect(inCascade(status.channels, ['sms'], false)).toMatchObject({ sms: { outcome: 'notUsed' }, telegram: { outcome: 'delivered' } });
	});
});
