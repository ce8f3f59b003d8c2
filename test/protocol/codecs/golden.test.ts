import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../../nodes/CascadeMessaging/protocol/matching';
import type { Content, Message } from '../../../nodes/CascadeMessaging/protocol/message';
import { expectedSendAnswer, MESSAGE_IDS, MESSAGES, PROOF, STATES, withoutRaw } from '../support/example';
import { fixture, parseJson } from '../support/fixtures';
import { signed } from '../support/signed';
import { parseXml } from '../support/xmlTree';

const { json, xml, get } = PROTOCOLS;

describe('JSON', () => {
	it('writes the send request of the manual', () => {
		const { url, body = '' } = signed(json.encodeSend(MESSAGES), PROOF);
		expect(url).toBe('https://gateway.example.com/sendmessagejson.php');
		expect(parseJson(body)).toEqual(parseJson(fixture('json-send.request.json')));
	});

	it('writes the state query of the manual', () => {
		const { url, body = '' } = signed(json.encodeStates(MESSAGE_IDS), PROOF);
		expect(url).toBe('https://gateway.example.com/sendmessagejson.php');
		expect(parseJson(body)).toEqual(parseJson(fixture('json-state.request.json')));
	});

	it('announces itself as JSON in UTF-8', () => {
		const contentType = 'application/json; charset=utf-8';
		expect(json.encodeSend(MESSAGES)).toMatchObject({ method: 'POST', contentType });
		expect(json.encodeStates(MESSAGE_IDS)).toMatchObject({ method: 'POST', contentType });
	});

	it('reads the answers of the manual', () => {
		expect(withoutRaw(json.decodeSend(fixture('json-send.response.json')))).toEqual(expectedSendAnswer(1));
		expect(json.decodeStates(fixture('json-state.response.json'), MESSAGE_IDS)).toEqual({ states: STATES });
	});
});

describe('XML', () => {
	it('writes the send request of the manual, on one line', () => {
		const { url, body = '' } = signed(xml.encodeSend(MESSAGES), PROOF);
		expect(url).toBe('https://gateway.example.com/xml/message.php');
		expect(parseXml(body)).toEqual(parseXml(fixture('xml-send.request.xml')));
		expect(body).not.toMatch(/[\r\n]/);
	});

	it('writes the state query of the manual, on one line', () => {
		const { url, body = '' } = signed(xml.encodeStates(MESSAGE_IDS), PROOF);
		expect(url).toBe('https://gateway.example.com/xml/state_message.php');
		expect(parseXml(body)).toEqual(parseXml(fixture('xml-state.request.xml')));
		expect(body).not.toMatch(/[\r\n]/);
	});

	it('announces itself as XML in UTF-8', () => {
		const request = { method: 'POST', contentType: 'text/xml; charset=utf-8' };
		expect(xml.encodeSend(MESSAGES)).toMatchObject(request);
		expect(xml.encodeStates(MESSAGE_IDS)).toMatchObject(request);
		expect(signed(xml.encodeSend(MESSAGES), PROOF).body).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?><request>/);
	});

	it('reads the answers of the manual, which do not count parts', () => {
		expect(withoutRaw(xml.decodeSend(fixture('xml-send.response.xml')))).toEqual(expectedSendAnswer(null));
		expect(xml.decodeStates(fixture('xml-state.response.xml'), MESSAGE_IDS)).toEqual({ states: STATES });
	});
});

describe('GET', () => {
	/** What GET has a place for, of the example's first message. */
	const { cascade, channels }: Content = MESSAGES[0].content;
	const message: Message = {
		content: { cascade, channels },
		recipients: MESSAGES[0].recipients.map(({ phone }) => ({ phone })),
	};

	it('writes the first message of the manual as query parameters', () => {
		const { url, body } = signed(get.encodeSend([message]), PROOF);
		const { origin, pathname, searchParams } = new URL(url);
		expect(`${origin}${pathname}`).toBe('https://gateway.example.com/sendmessage.php');
		expect(body).toBeUndefined();
		expect(Object.fromEntries(searchParams)).toEqual({
			login: 'login',
			password: 'p&ss"<word>',
			phone: '79801234567,79800000001',
			send_viber: '1',
			send_vk: '2',
			send_sms: '3',
			sender_viber: 'MyShop',
			text_viber: 'Ваш заказ №42 готов.\nЖдём вас!',
			button_text: 'Открыть',
			button_url: 'https://shop.example/o/42?a=1&b=2',
			image_url: 'https://shop.example/i.png',
			validity_period_viber: '30',
			finale_viber_read: '1',
			sender_sms: 'MyShop',
			text_sms: 'Заказ №42 готов <до 20:00>',
			templateId: '100',
			templateData: '{"Name":"Имя","Where":"Москва"}',
		});
	});

	it('asks for the state of one message', () => {
		const { url } = signed(get.encodeStates(['1179038981']), PROOF);
		expect(url).toBe('https://gateway.example.com/sendmessage.php?login=login&password=p%26ss%22%3Cword%3E&id_message=1179038981');
	});

	it('reads the answers of the manual: IDs in the order of the phones, and the overall state alone', () => {
		const { results } = matchAnswers([message], get.decodeSend(fixture('get-send.response.txt')));
		expect(results).toMatchObject([
			{
				recipient: { phone: '79801234567' },
				outcome: 'accepted',
				answer: { messageId: '1178440060', parts: null },
			},
			{
				recipient: { phone: '79800000001' },
				outcome: 'accepted',
				answer: { messageId: '1178440061', parts: null },
			},
		]);
		expect(get.decodeStates(fixture('get-state.response.txt'), ['1179038981'])).toEqual({
			states: [{ messageId: '1179038981', state: 'deliver', changedAt: null, channels: {} }],
		});
	});
});

describe('whichever protocol they came by', () => {
	const accepted = (messageId: string): object => ({ outcome: 'accepted', answer: { messageId } });

	it.each([
		['JSON', json, 'json-send.response.json'],
		['XML', xml, 'xml-send.response.xml'],
	])('the answers give every recipient its result: %s', (_, codec, file) => {
		const { results, strays } = matchAnswers(MESSAGES, codec.decodeSend(fixture(file)));
		expect(results.map(({ recipient }) => recipient)).toEqual(MESSAGES.flatMap(({ recipients }) => recipients));
		expect(results).toMatchObject([
			accepted('1179038981'),
			{ outcome: 'refused', reason: 'Номер в стоп-листе' },
			accepted('1179038982'),
			{ outcome: 'refused', reason: 'Не указано ни одного направления' },
		]);
		expect(strays).toEqual([]);
	});

	it.each([
		['JSON', json, 'json-error.response.json', 'Неверный логин или пароль'],
		['XML', xml, 'xml-error.response.xml', 'Неверный логин или пароль'],
		['GET', get, 'get-error.response.txt', 'Попытка отправки более одного одинакового запроса в течение минуты'],
	])('a refusal of the whole request is read the same for sending and for states: %s', (_, codec, file, reason) => {
		expect(codec.decodeSend(fixture(file))).toEqual({ refused: reason });
		expect(codec.decodeStates(fixture(file), ['1'])).toEqual({ refused: reason });
	});

	it('the raw part of a recipient is kept as it came', () => {
		const raw = { client_id_message: '112', phone: '79800000001' };
		expect(json.decodeSend(fixture('json-send.response.json'))).toMatchObject({
			messages: [{ recipients: [{}, { raw: { ...raw, error: 'Номер в стоп-листе' } }] }, {}, {}],
		});
		expect(xml.decodeSend(fixture('xml-send.response.xml'))).toMatchObject({
			messages: [{ recipients: [{}, { raw: { ...raw, text: 'Номер в стоп-листе' } }] }, {}, {}],
		});
	});
});
