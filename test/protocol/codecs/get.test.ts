import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../../nodes/CascadeMessaging/protocol/matching';
import type { Content, Message } from '../../../nodes/CascadeMessaging/protocol/message';
import { fixture } from '../support/fixtures';
import { queryOf } from '../support/queryOf';
import { recipientsOf } from '../support/recipients';

const { get } = PROTOCOLS;

const to = (content: Content, ...phones: string[]): Message => ({
	content,
	recipients: phones.map((phone) => ({ phone })),
});
const sms = (text: string): Content => ({ cascade: ['sms'], channels: { sms: { text } } });
const TWO = to(sms('Hi'), '79000000001', '79000000002');

describe('a request', () => {
	it('lists the phones, separated by commas', () => {
		expect(get.encodeSend([TWO])).toEqual({
			method: 'GET',
			path: '/sendmessage.php',
			query: 'phone=79000000001,79000000002&send_sms=1&text_sms=Hi',
		});
	});

	it.each(['Привет, мир', 'a&b=c', '100% + 1', '#?/', '\r\n\t\0!', '😀', ' a '])('carries %j as it is', (text) => {
		const request = get.encodeSend([to(sms(text), '79000000001')]);
		const query = request.method === 'GET' ? request.query : '';
		expect(query).toMatch(/^[\x21-\x7e]+$/);
		expect(new URLSearchParams(query).get('text_sms')).toBe(text);
	});

	it('carries template parameters as a JSON object', () => {
		const templateData = ['Имя', '__proto__', 'constructor'].map((name) => ({ name, value: `"${name}"` }));
		const request = get.encodeSend([to({ cascade: ['vk'], channels: { vk: { templateId: '1', templateData } } }, '7')]);
		const query = request.method === 'GET' ? request.query : '';
		expect(new URLSearchParams(query).get('templateData')).toBe(
			String.raw`{"Имя":"\"Имя\"","__proto__":"\"__proto__\"","constructor":"\"constructor\""}`,
		);
	});

	it('may be as long as the limits say, with what the account adds for its path', () => {
		const { length } = queryOf(get.encodeSend([TWO]));
		const objectionWith = (overhead: number): string | undefined =>
			get.limitsFor({ urlOverhead: (path) => (path === '/sendmessage.php' ? overhead : 0) }).objectionToLength(TWO);
		expect(objectionWith(2000 - length)).toBeUndefined();
		expect(objectionWith(2001 - length)).toBe(
			'GET: the URL would have 2001 characters; at most 2000 are allowed. Shorten the texts or choose JSON.',
		);
	});

	it('asks for the state of one ID', () => {
		expect(get.encodeStates(['1&2'])).toEqual({
			method: 'GET',
			path: '/sendmessage.php',
			query: 'id_message=1%262',
		});
	});
});

describe('the answer to a send request', () => {
	/** What an answer says of each phone: its ID, or why it was refused. */
	const wordsIn = (text: string): (string | null)[][] =>
		recipientsOf(get.decodeSend(text)).map((all) => all.map((one) => (one.accepted ? one.messageId : one.reason)));

	it.each([
		['1179038981', ['1179038981']],
		['1178440060,1178440061', ['1178440060', '1178440061']],
		['\uFEFF 1178440060, 1178440061 \r\n', ['1178440060', '1178440061']],
		['1'.repeat(64), ['1'.repeat(64)]],
	])('%j holds the IDs %j', (text, ids) => {
		expect(wordsIn(text)).toEqual([ids]);
	});

	it.each([
		['error: Попытка отправки', 'Попытка отправки'],
		['ERROR:Попытка отправки', 'Попытка отправки'],
		[' Неверный логин или пароль\n', 'Неверный логин или пароль'],
		['error: Нет доступа, обратитесь в поддержку, пожалуйста', 'Нет доступа, обратитесь в поддержку, пожалуйста'],
		['0', '0'],
		['000', '000'],
		['Внутренняя error: 5', 'Внутренняя error: 5'],
		['error: Нет, код error: 5', 'Нет, код error: 5'],
		['error: Долг по счёту, 1178440061', 'Долг по счёту, 1178440061'],
		['1'.repeat(65), '1'.repeat(65)],
	])('%j is a refusal', (text, reason) => {
		expect(get.decodeSend(text)).toEqual({ refused: reason });
	});

	it.each([
		['1178440060,error: Номер в стоп-листе', ['1178440060', 'Номер в стоп-листе']],
		['error: Номер в стоп-листе,1178440061', ['Номер в стоп-листе', '1178440061']],
		['error: Нет,error: Нельзя', ['Нет', 'Нельзя']],
		['error: Нет, error: Нельзя', ['Нет', 'Нельзя']],
		['error: Нет,1178440061 ,error: Нельзя', ['Нет', '1178440061', 'Нельзя']],
		['1178440060 , Номер в стоп-листе', ['1178440060', 'Номер в стоп-листе']],
		['error: Нет, нельзя,1178440061,ERROR: Нет', ['Нет, нельзя', '1178440061', 'Нет']],
	])('%j keeps the place of a refused phone', (text, words) => {
		expect(wordsIn(text)).toEqual([words]);
	});

	it.each([
		['501,502', ['501', '502']],
		['501,', ['501', null]],
		['501, , 503', ['501', null, '503']],
		['0501,0502', ['0501', '0502']],
		['1178440060,1178440061,11784', ['1178440060', '1178440061', null]],
		[',', [null, null]],
		['1178440060,,1178440062', ['1178440060', null, '1178440062']],
		['error:,1178440061', [null, '1178440061']],
		['1178440060,Нет, баланс 10,50,1178440061', ['1178440060', 'Нет, баланс 10,50', '1178440061']],
		['178440,Номер 5', ['178440', 'Номер 5']],
		['error: Нет,', ['Нет', null]],
		['error: Нет,117903898\uFFFD(\uFFFD5', ['Нет', null]],
		[',error: Нет', [null, 'Нет']],
	])('%j says %j of the phones', (text, words) => {
		expect(wordsIn(text)).toEqual([words]);
	});

	it.each(['17844,Номер 5', 'Нет денег, 10', '10, 50 не хватает'])(
		'%j is a refusal: among words, 6 digits make an ID and fewer do not',
		(text) => {
			expect(get.decodeSend(text)).toEqual({ refused: text });
		},
	);

	it.each(['1178440060,0', '1178440060,', '1178440060,Номер в стоп-листе', '1178440060,Нет, нельзя'])(
		'%j accepts the first phone',
		(text) => {
			const { results } = matchAnswers([TWO], get.decodeSend(text));
			expect(results[0]).toMatchObject({ outcome: 'accepted', answer: { messageId: '1178440060' } });
			expect(results[1]?.outcome).not.toBe('accepted');
		},
	);

	it.each(['error: Недостаточно средств, баланс 10,50', 'Баланс: 10,50'])('%j accepts nobody', (text) => {
		const { results } = matchAnswers([TWO], get.decodeSend(text));
		expect(results.map(({ outcome }) => outcome)).not.toContain('accepted');
	});

	it.each([1, 2, 3, 4])('cut off after %d tenths, it is nobody’s', (tenths) => {
		const text = fixture('get-send.response.txt');
		const { results, strays } = matchAnswers([TWO], get.decodeSend(text.slice(0, (text.length * tenths) / 10)));
		expect(results).toMatchObject([{ outcome: 'unanswered' }, { outcome: 'unanswered' }]);
		expect(strays).toHaveLength(1);
	});
});

describe('the answer to a state query', () => {
	it.each([
		['deliver', 'deliver'],
		['\uFEFFnot_deliver\r\n', 'not_deliver'],
		['partly_deliver', 'partly_deliver'],
		['expired', 'expired'],
		['send', 'send'],
		['DELIVER', 'DELIVER'],
		['Внутренняя error: 5', 'Внутренняя error: 5'],
		['Сообщение с таким ID не принималось', 'Сообщение с таким ID не принималось'],
	])('%j is the overall state %s', (text, state) => {
		expect(get.decodeStates(text, ['501'])).toEqual({
			states: [{ messageId: '501', state, changedAt: null, channels: {} }],
		});
	});

	it('is a refusal when it says so', () => {
		expect(get.decodeStates('error: Неверный логин или пароль', ['501'])).toEqual({
			refused: 'Неверный логин или пароль',
		});
	});
});
