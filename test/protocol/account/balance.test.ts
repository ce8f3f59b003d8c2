import { balanceQuestion } from '../../../nodes/CascadeMessaging/protocol/account/balance';
import { FIVE_CHANNELS, TELEGRAM } from '../support/fifthChannel';
import { asked, quote, readTo } from './support/reading';

const MTS = { area: 'МТС', number: '323', price: '1.1', type_sms: 'sms', type_text: 'Рекламные', MCC: '250', MNC: '1' };
const MTS_READ = {
	operator: '<МТС>',
	channel: 'sms',
	textKind: '<Рекламные>',
	price: 1.1,
	remaining: 323,
	mcc: '250',
	mnc: '1',
};
const money = { currency: 'RUR', value: '356.1' };

it('is asked for by its type alone', () => {
	expect(asked('balance', {})).toEqual({ type: 'balance' });
});

it('is read with the price of a part, by operator and channel', () => {
	const viber = { ...MTS, area: 'Мегафон', number: '178', price: '2', type_sms: 'viber', type_text: 'Сервисные', MNC: '2' };
	expect(readTo('balance', { money, sms: [MTS, viber] }, {})).toEqual({
		amount: 356.1,
		currency: '<RUR>',
		prices: [
			MTS_READ,
			{ operator: '<Мегафон>', channel: 'viber', textKind: '<Сервисные>', price: 2, remaining: 178, mcc: '250', mnc: '2' },
		],
	});
});

it.each<[string, object]>([
	[
		'with numbers instead of texts',
		{ money: { value: 356.1, currency: 'RUR' }, sms: [{ ...MTS, number: 323, price: 1.1, MCC: 250, MNC: 1 }] },
	],
	['with commas', { money: { value: '356,10', currency: 'RUR' }, sms: [{ ...MTS, price: '1,1' }] }],
	['with a price alone instead of a list', { money, sms: MTS }],
	['with a list as PHP writes one with gaps', { money: [money], sms: { 3: MTS } }],
	['with fields nobody knows', { version: '9', money: { ...money, credit: '0' }, sms: [{ ...MTS, id: 7 }], error: '' }],
	['with words in capital letters', { money, sms: [{ ...MTS, type_sms: 'SMS' }] }],
])('is read %s', (_, document) => {
	expect(readTo('balance', document, {})).toEqual({ amount: 356.1, currency: '<RUR>', prices: [MTS_READ] });
});

it.each([
	['-12.5', -12.5],
	['1 234,50 руб.', 1234.5],
	[0, 0],
])('of %j is %d', (value, amount) => {
	expect(readTo('balance', { money: { value } }, {})).toEqual({ amount, currency: null, prices: [] });
	expect(readTo('balance', { money: value }, {})).toEqual({ amount, currency: null, prices: [] });
});

it('knows nothing of what is not told, and guesses no channel', () => {
	const nothing = { operator: null, channel: null, textKind: null, price: null, remaining: null, mcc: null, mnc: null };
	for (const record of [{ area: '' }, { type_sms: 'flashsms', price: 'free' }, { type_sms: '__proto__' }]) {
		expect(readTo('balance', { money, sms: [record] }, {})).toMatchObject({ prices: [nothing] });
	}
});

it('knows a channel that is one row more in the table', () => {
	const { read } = balanceQuestion(FIVE_CHANNELS);
	const { prices } = read({ money, sms: [{ ...MTS, type_sms: 'telegram' }] }, { input: {}, quote });
	expect(prices).toEqual([{ ...MTS_READ, channel: TELEGRAM }]);
});

it.each([{}, { money: {} }, { money: { value: 'much' } }, { sms: [MTS] }, { money: [] }])('is none without an amount: %j', (document) => {
	expect(readTo('balance', document, {})).toEqual({
		code: 'notUnderstood',
		message: 'The gateway\'s answer is not what is documented: it lacks "money".',
		mayPass: true,
	});
});

it('is none with prices that cannot be read', () => {
	expect(readTo('balance', { money, sms: ['1.1', '2'] }, {})).toMatchObject({
		code: 'notUnderstood',
		message: 'The gateway\'s answer is not what is documented: it lacks a readable "sms".',
	});
});
