import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { Known } from '../../../nodes/CascadeMessaging/protocol/codecs/codec';
import { protocolErrorOf } from '../support/protocolError';
import { recipientsOf } from '../support/recipients';

const { get } = PROTOCOLS;

/** What an answer says of each phone: its ID, or why it was refused; null where it says neither. */
const wordsIn = (text: string, known?: Known): (string | null)[] =>
	recipientsOf(get.decodeSend(text, known)).flatMap((all) => all.map((one) => (one.accepted ? one.messageId : one.reason)));

describe('a part of a list may say nothing of its phone', () => {
	it.each([
		[',0', [null, '0']],
		['1179038981,-25', ['1179038981', null]],
		['1179038981,1.17e+18', ['1179038981', null]],
	])('%j: %j', (text, words) => {
		expect(wordsIn(text)).toEqual(words);
	});
});

describe('a last ID that is shorter than those before it was cut off', () => {
	it.each([
		['1179038981, 1179038982, 11790', ['1179038981', '1179038982', null]],
		['0, 1179038982, 11790', ['0', '1179038982', null]],
	])('with blanks behind the commas, too: %j', (text, words) => {
		expect(wordsIn(text)).toEqual(words);
	});
});

describe('words among IDs stay with their phone', () => {
	it.each([
		['Номер в стоп-листе,1178440061', ['Номер в стоп-листе', '1178440061']],
		['Номер в стоп-листе,1178440061 ,Нет', ['Номер в стоп-листе', '1178440061', 'Нет']],
		['1178440060, error: Нет', ['1178440060', 'Нет']],
		['1178440060,00', ['1178440060', '00']],
		['1178440060,Нет,', ['1178440060', 'Нет', null]],
		['1178440060,Нет,,нельзя,1178440061', ['1178440060', 'Нет,,нельзя', '1178440061']],
		['1178440060,Нет, error: Нельзя', ['1178440060', 'Нет', 'Нельзя']],
		['1178440060, Нет, 1178440061, нельзя', ['1178440060', 'Нет, 1178440061, нельзя']],
	])('%j: %j', (text, words) => {
		expect(wordsIn(text)).toEqual(words);
	});

	it('also where an ID stands beside its phone', () => {
		const [recipients] = recipientsOf(get.decodeSend('error: Нет, error: Нельзя,79001234567=1179038981', { phones: ['79001234567'] }));
		expect(recipients).toMatchObject([
			{ accepted: false, reason: 'Нет' },
			{ accepted: false, reason: 'Нельзя' },
			{ accepted: true, messageId: '1179038981', phone: '79001234567' },
		]);
	});
});

describe('beside words that call themselves an error', () => {
	it.each([
		['501,error: Нет', ['501', 'Нет']],
		['501,,error: Нет', ['501', null, 'Нет']],
		['error: Нет,501,error: Нельзя', ['Нет,501', 'Нельзя']],
	])('a short ID counts only in a list of nothing else: %j', (text, words) => {
		expect(wordsIn(text)).toEqual(words);
	});

	it.each(['501,Нет денег,error: Нет', 'Нет [5]', 'Нет {5}'])('%j is a refusal', (text) => {
		expect(get.decodeSend(text)).toEqual({ refused: text });
	});
});

describe('of an answer that broke off', () => {
	it('the IDs before the last separator are kept', () => {
		expect(wordsIn('1179038981,1179038982,1179038983', { isCut: true })).toEqual(['1179038981', '1179038982', null]);
		expect(wordsIn('1179038981,Нет,1179', { isCut: true })).toEqual(['1179038981', 'Нет', null]);
	});

	it('words without an ID are no refusal: they may be the first of a list', () => {
		expect(protocolErrorOf(() => get.decodeSend('Нет денег,117', { isCut: true }))).toMatchObject({
			code: 'unexpectedShape',
			message: 'The answer of the gateway broke off before any message ID.',
		});
	});

	it('a state is none, for another one may begin with it', () => {
		expect(protocolErrorOf(() => get.decodeStates('deliver', ['501'], { isCut: true }))).toMatchObject({
			code: 'emptyAnswer',
			message: 'The gateway answered with nothing.',
		});
	});
});

describe('what is neither IDs nor words is refused, and says what it is', () => {
	const PHONES = ['79001234567'];

	it.each(['{"message":[]}', '[5]x', 'Нет \uFFFD', '79001234567'])('%j', (text) => {
		expect(protocolErrorOf(() => get.decodeSend(text, { phones: PHONES }))).toMatchObject({
			code: 'unexpectedShape',
			message: 'The gateway answered with something else than message IDs or words.',
		});
	});

	it.each(['501,1179038981', 'Request 1179038981 failed'])('behind an HTTP status that says otherwise: %j', (text) => {
		expect(protocolErrorOf(() => get.decodeSend(text, { isDoubtful: true }))).toMatchObject({
			code: 'unexpectedShape',
			message: 'The gateway answered with something else than message IDs.',
		});
	});

	it.each(['{"state":[]}', '["deliver", 5]'])('instead of a state: %j', (text) => {
		expect(protocolErrorOf(() => get.decodeStates(text, ['501']))).toMatchObject({
			code: 'unexpectedShape',
			message: 'The gateway answered with something else than a state.',
		});
	});
});

it.each([
	['status deliver', 'deliver'],
	['Сообщение [5] не принималось', 'Сообщение [5] не принималось'],
])('%j means the state %j', (text, state) => {
	expect(get.decodeStates(text, ['501'])).toMatchObject({ states: [{ messageId: '501', state }] });
});
