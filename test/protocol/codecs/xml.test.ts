import type { SendAnswer, StatesAnswer } from '../../../nodes/CascadeMessaging/protocol/answers';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../../nodes/CascadeMessaging/protocol/matching';
import type { Content } from '../../../nodes/CascadeMessaging/protocol/message';
import { recipientsOf } from '../support/recipients';
import type { XmlElement } from '../support/xmlTree';
import { childrenNamed, parseXml } from '../support/xmlTree';

const { xml } = PROTOCOLS;

const decodeSend = (inside: string): SendAnswer => xml.decodeSend(`<response>${inside}</response>`);
const recipientsIn = (inside: string): unknown => recipientsOf(decodeSend(inside));
const decodeStates = (inside: string): StatesAnswer => xml.decodeStates(`<response>${inside}</response>`, []);

describe('a request', () => {
	const bodyOf = (content: Content): string => {
		const request = xml.encodeSend([{ content, recipients: [{ phone: '79000000001' }] }]);
		return request.method === 'POST' ? request.body : '';
	};
	const field = (body: string, name: string): XmlElement | undefined => {
		const [message] = childrenNamed(parseXml(body), 'message');
		return message && childrenNamed(message, name)[0];
	};
	const smsText = (text: string): string => bodyOf({ cascade: ['sms'], channels: { sms: { text } } });

	it.each([
		['one\ntwo', String.raw`one\ntwo`],
		['one\r\ntwo', String.raw`one\ntwo`],
		['one\rtwo', String.raw`one\ntwo`],
		['one\n\ntwo', String.raw`one\n\ntwo`],
		['\none\n\r\n\r', String.raw`\none\n\n\n`],
	])('writes the line breaks of %j as the two characters \\n', (text, wire) => {
		const body = smsText(text);
		expect(body).not.toMatch(/[\r\n]/);
		expect(field(body, 'text_sms')?.text).toBe(wire);
	});

	it.each(['<b>&amp;</b>', ']]>', '"\'', '&#10;', '<![CDATA[x]]>', '<!-- -->', '  blanks\t ', 'x\u0085\u2028y', '😀\u{10ffff}\ufeff'])(
		'carries %j as it is',
		(text) => {
			expect(field(smsText(text), 'text_sms')?.text).toBe(text);
		},
	);

	it('writes each recipient as the manual does, in one tag', () => {
		const recipients = [{ phone: '79000000001', clientMessageId: '111' }, { phone: '79000000002' }];
		const content: Content = { cascade: ['sms'], channels: { sms: { text: 'Hi' } } };
		const request = xml.encodeSend([{ content, recipients }]);
		expect(request.method === 'POST' && request.body).toContain(
			'<text_sms>Hi</text_sms><abonent phone="79000000001" client_id_message="111"/><abonent phone="79000000002"/>',
		);
	});

	it('names template parameters by element', () => {
		const names = ['Name', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Имя', '_', 'a-b.c'];
		const templateData = names.map((name) => ({ name, value: `of <${name}>\n` }));
		const data = field(bodyOf({ cascade: ['vk'], channels: { vk: { templateId: '1', templateData } } }), 'templateData');
		expect(data?.children.map(({ name, text }) => [name, text])).toEqual(names.map((name) => [name, String.raw`of <${name}>\n`]));
	});

	it('keeps an empty template parameter', () => {
		const templateData = [{ name: 'Name', value: '' }];
		const data = field(bodyOf({ cascade: ['vk'], channels: { vk: { templateId: '1', templateData } } }), 'templateData');
		expect(data?.children).toMatchObject([{ name: 'Name', text: '' }]);
	});
});

describe('the answer to a send request', () => {
	it('is taken in any order of attributes, with blanks, unknown ones and either quotes', () => {
		const attributes = `
			unheard_of="x" phone=' 79000000001 '
			id_vk='' id_message="501" id_sms="0" id_viber="7" client_id_message="111" count_message="1,0"`;
		const information = `<information ${attributes}> send </information>`;
		const channelIds = { viber: '7', sms: null, vk: null };
		expect(recipientsIn(`\n<!-- one --><message extra="1">\n${information}\n<more/></message>`)).toMatchObject([
			[
				{
					accepted: true,
					messageId: '501',
					phone: '79000000001',
					clientMessageId: '111',
					parts: 1,
					channelIds,
				},
			],
		]);
	});

	it.each(['send', '', 'Any other words', 'error'])('accepts whoever has an ID, whatever the words: %j', (words) => {
		expect(recipientsIn(`<message><information id_message="501" phone="79000000001">${words}</information></message>`)).toMatchObject([
			[{ accepted: true, messageId: '501' }],
		]);
	});

	it.each(['', 'id_message="0"', 'id_message=""', 'id_message=" "'])('refuses whoever has none: %j', (id) => {
		expect(recipientsIn(`<message><information ${id} phone="79000000001">Stop list</information></message>`)).toMatchObject([
			[{ accepted: false, reason: 'Stop list', phone: '79000000001' }],
		]);
	});

	it('may hold one message or many, of one recipient or many', () => {
		const one = '<information id_message="501" phone="79000000001"/>';
		const countsIn = (inside: string): number[] => recipientsOf(decodeSend(inside)).map((all) => all.length);
		expect(countsIn(`<message>${one}</message>`)).toEqual([1]);
		expect(countsIn(`<message>${one}${one}</message><message>${one}</message>`)).toEqual([2, 1]);
		expect(countsIn('<message/><message></message><message>\n</message>')).toEqual([0, 0, 0]);
		expect(countsIn(`<message>${one.repeat(1000)}</message>`)).toEqual([1000]);
	});

	it('may refuse a message, or everything', () => {
		expect(decodeSend('<message><error>No channel</error></message><message/>')).toEqual({
			messages: [{ refused: 'No channel' }, { recipients: [] }],
		});
		expect(decodeSend('<error code="5"> Wrong password\n</error>')).toEqual({ refused: 'Wrong password' });
	});

	it('refuses no message that answers for a recipient', () => {
		expect(recipientsIn('<message><error>Partly</error><information id_message="501" phone="7"/></message>')).toMatchObject([
			[{ accepted: true, messageId: '501' }],
		]);
	});

	it('is read by its messages, whatever else it says', () => {
		expect(recipientsIn('<error>Partly</error><message><information id_message="501" phone="7"/></message>')).toMatchObject([
			[{ accepted: true, messageId: '501' }],
		]);
	});

	it('leaves only that recipient open of whom it says nothing', () => {
		const answer = decodeSend('<message><information/><information id_message="501" phone="7"/></message>');
		expect(recipientsOf(answer)).toMatchObject([
			[
				{ accepted: false, reason: null },
				{ accepted: true, messageId: '501' },
			],
		]);
		const content: Content = { cascade: ['sms'], channels: { sms: { text: 'Hi' } } };
		const message = { content, recipients: [{ phone: '8' }, { phone: '7' }] };
		expect(matchAnswers([message], answer).results).toMatchObject([
			{ outcome: 'unanswered', reason: 'The gateway gave neither an ID nor a reason.' },
			{ outcome: 'accepted' },
		]);
	});

	it('is read by its attributes alone', () => {
		const inside = '<_id_message>501</_id_message><_phone>8</_phone>Stop list';
		expect(recipientsIn(`<message><information phone="7">${inside}</information></message>`)).toEqual([
			[{ accepted: false, reason: 'Stop list', phone: '7', raw: { phone: '7', text: 'Stop list' } }],
		]);
	});

	it('may accept without a word', () => {
		const [[recipient] = []] = recipientsOf(decodeSend('<message><information id_message="501" phone="7"/></message>'));
		expect(recipient?.raw).toEqual({ id_message: '501', phone: '7', text: '' });
	});

	it('may refuse a recipient without naming it, and answer for nobody', () => {
		expect(recipientsIn('<message><information>Stop list</information></message>')).toMatchObject([
			[{ accepted: false, reason: 'Stop list' }],
		]);
		expect(recipientsIn('<message>words</message>')).toEqual([[]]);
	});

	it.each([
		['Данное сообщение уже было отправлено', { accepted: false, reason: 'Данное сообщение уже было отправлено', messageId: '501' }],
		['Недостаточно средств. SMS будет отправлена после пополнения', { accepted: false, messageId: '501' }],
		['Номер в стоп-листе', { accepted: true, messageId: '501' }],
	])('beside an ID, words count only when they surely say that nothing went out now: %s', (words, expected) => {
		const answer = xml.decodeSend(`<response><message><information id_message="501">${words}</information></message></response>`);
		expect(answer).toMatchObject({ messages: [{ recipients: [expected] }] });
	});

	it('keeps a huge ID, digit for digit', () => {
		const id = '123456789012345678901234567890';
		expect(recipientsIn(`<message><information id_message="${id}" phone="7"/></message>`)).toMatchObject([[{ messageId: id }]]);
	});

	it('is no way to reach the prototype', () => {
		const nasty = '__proto__="a" constructor="b" toString="c" hasOwnProperty="d"';
		expect(recipientsIn(`<message><information ${nasty} id_message="501" phone="7">send</information></message>`)).toMatchObject([
			[{ accepted: true, messageId: '501' }],
		]);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});
});

describe('characters in an answer', () => {
	it.each([
		['&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;', `<b> & "c" 'd'`],
		['&#1055;&#x440;&#1080;', 'При'],
		['&#128512;&#x1F600;', '😀😀'],
		['&amp;lt; &amp;#1055; &amp;amp;', '&lt; &#1055; &amp;'],
		['<![CDATA[a & b < c]]>', 'a & b < c'],
		['Номер <!-- comment -->в стоп-листе', 'Номер в стоп-листе'],
		['&unknown;', '&unknown;'],
		['0x1F', '0x1F'],
		['007', '007'],
		['true', 'true'],
	])('%s is read as %s', (wire, text) => {
		expect(decodeSend(`<error>${wire}</error>`)).toEqual({ refused: text });
	});

	it('may be escaped for everybody: 500 refusals, each letter a reference', () => {
		const reason = 'Номер "в" стоп-листе & <заблокирован>';
		const wire = Array.from(reason, (letter) => `&#${letter.charCodeAt(0)};`).join('');
		const answer = recipientsIn(`<message>${`<information phone="79000000001">${wire}</information>`.repeat(500)}</message>`);
		expect(answer).toMatchObject([Array.from({ length: 500 }, () => ({ accepted: false, reason }))]);
	});
});

describe('the answer to a state query', () => {
	it('is taken with any of its values missing', () => {
		expect(decodeStates('<state price_sms="3,40" state_sms="deliver" id_message="501"> deliver </state>')).toEqual({
			states: [
				{
					messageId: '501',
					state: 'deliver',
					changedAt: null,
					channels: { sms: { state: 'deliver', price: 3.4, parts: null } },
				},
			],
		});
		expect(decodeStates('<state id_message="501" state_whatsapp="send" price_whatsapp="0.5">send</state>')).toMatchObject({
			states: [{ channels: { whatsapp: { state: 'send', price: 0.5 } } }],
		});
	});

	it('may be a refusal', () => {
		expect(decodeStates('<error>Wrong password</error>')).toEqual({ refused: 'Wrong password' });
	});

	it.each(['<state>deliver</state>', '<state id_message="501"/>', '<state/>', '<state id_message="">deliver</state>'])(
		'tells nothing where an ID or a state is missing, and still of the others: %s',
		(inside) => {
			expect(decodeStates(inside)).toEqual({ states: [] });
			expect(decodeStates(`${inside}<state id_message="502">send</state>`)).toMatchObject({
				states: [{ messageId: '502', state: 'send' }],
			});
		},
	);

	it('is read by its records, whatever else it says', () => {
		expect(decodeStates('<error>Partly</error><state id_message="501">deliver</state>')).toMatchObject({
			states: [{ messageId: '501', state: 'deliver' }],
		});
	});
});

describe('around the document', () => {
	it.each(['\uFEFF', ' \r\n', '\uFEFF\n ', '<?xml version="1.0" encoding="utf-8"?>', '\uFEFF<?xml version="1.0"?>\n<!-- hello -->\n'])(
		'%j does no harm',
		(before) => {
			expect(xml.decodeSend(`${before}<response><error>x</error></response>\n `)).toEqual({ refused: 'x' });
			expect(xml.decodeStates(`${before}<response><error>x</error></response>\n `, [])).toEqual({
				refused: 'x',
			});
		},
	);
});
