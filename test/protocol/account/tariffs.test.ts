import fc from 'fast-check';

import type { Price } from '../../../nodes/CascadeMessaging/protocol/account/balance';
import { tariffsIn } from '../../../nodes/CascadeMessaging/protocol/account/tariffs';
import type { ChannelName } from '../../../nodes/CascadeMessaging/protocol/channels';
import { RUNS } from '../support/runs';

const row = (operator: string | null, price: number | null, more: Partial<Price> = {}): Price => ({
	...{ operator, price, channel: 'sms', textKind: null, remaining: null, mcc: '250', mnc: null },
	...more,
});

const LIST = [
	row('Билайн', 2.5, { mnc: '99' }),
	row('МТС', 1.7, { mnc: '01' }),
	row('МТС', 2.1, { mnc: '01', textKind: 'Рекламные' }),
	row('Россия', 3),
	row('Россия', 1.15, { channel: 'viber' }),
	row('A1 (Беларусь)', 6, { mcc: '257', mnc: '01' }),
	row('Airtel (Индия)', 9, { mcc: '404', mnc: '10' }),
];

const RUSSIAN = '79000000001';
const priceIn = (prices: readonly Price[], operator: string | null, phone = RUSSIAN, channel: ChannelName = 'sms'): unknown =>
	tariffsIn(prices)(phone, operator).priceOf(channel);
const exactly = (price: number): object => ({ least: price, most: price });

it('is the price of the operator, whichever way it is written', () => {
	expect(priceIn(LIST, 'Билайн')).toEqual(exactly(2.5));
	expect(priceIn(LIST, 'ПАО "Вымпел-Коммуникации"')).toEqual(exactly(2.5));
});

it('goes from the least to the most where an operator has several, for different kinds of texts', () => {
	expect(priceIn(LIST, 'МТС')).toEqual({ least: 1.7, most: 2.1 });
});

it('is that of the country for an operator, or a channel, that has none of its own', () => {
	expect(priceIn(LIST, 'Мотив')).toEqual(exactly(3));
	expect(priceIn(LIST, 'МТС', RUSSIAN, 'viber')).toEqual(exactly(1.15));
});

it('may be any of the country where the operator is not known', () => {
	expect(priceIn(LIST, null)).toEqual({ least: 1.7, most: 3 });
	expect(priceIn(LIST, null, RUSSIAN, 'viber')).toEqual(exactly(1.15));
});

it('may be any of the country where neither the operator has a row nor all others', () => {
	expect(priceIn(LIST.slice(0, 3), 'Мотив')).toEqual({ least: 1.7, most: 2.5 });
});

it('is never that of another country', () => {
	expect(priceIn(LIST, 'МТС', '375291234567')).toEqual(exactly(6));
	expect(priceIn(LIST, 'Kcell', '77010000001')).toBeNull();
	expect(priceIn(LIST, null, '919812345678')).toEqual(exactly(9));
});

it('is found without codes of countries, as older lists have it', () => {
	const old = [row('По России', 2, { mcc: null }), row('МТС', 1, { mcc: null }), row('МТС (Беларусь)', 5, { mcc: null })];
	expect(priceIn(old, 'МТС')).toEqual(exactly(1));
	expect(priceIn(old, 'Мотив')).toEqual(exactly(2));
	expect(priceIn(old, 'МТС', '375291234567')).toEqual({ least: 1, most: 5 });
});

it('is not that of the country where the row is for one network', () => {
	expect(priceIn([row('Россия', 2, { mnc: '20' }), row('МТС', 1)], 'Мотив')).toEqual({ least: 1, most: 2 });
});

it.each<[string, readonly Price[]]>([
	['there is no row', []],
	['no row is for the channel', [row('МТС', 1, { channel: 'viber' })]],
	['the row of the operator has no price', [row('МТС', null), row('Россия', 3)]],
	['the price is none', [row('МТС', -1)]],
	['the price is beyond measure', [row('МТС', 1e300)]],
])('is not known where %s', (_, prices) => {
	expect(priceIn(prices, 'МТС')).toBeNull();
});

it('is the same tariff for phones with the same prices', () => {
	const tariffOf = tariffsIn(LIST);
	expect(tariffOf(RUSSIAN, 'МТС')).toBe(tariffOf('79000000002', 'МТС'));
	expect(tariffOf(RUSSIAN, 'МТС')).not.toBe(tariffOf('375291234567', 'МТС'));
	expect(tariffOf(RUSSIAN, 'МТС').operator).toBe('МТС');
});

it('is among the prices of the list, the least no more than the most, and no operator known makes it narrower', () => {
	const names = ['МТС', 'Билайн', 'Россия', 'Другие', 'A1', null];
	const price = fc.constantFrom(0, 0.1, 1.7, 2.5, null);
	const prices = fc.array(fc.record({ operator: fc.constantFrom(...names), price, mcc: fc.constantFrom('250', '257', null) }), {
		maxLength: 8,
	});
	fc.assert(
		fc.property(prices, fc.constantFrom(...names), (some, operator) => {
			const list = some.map(({ operator: name, price: told, mcc }) => row(name, told, { mcc }));
			const tariffOf = tariffsIn(list);
			const range = tariffOf(RUSSIAN, operator).priceOf('sms');
			const all = tariffOf(RUSSIAN, null).priceOf('sms');
			if (range === null) return;
			expect(range.least).toBeLessThanOrEqual(range.most);
			expect(list.map((one) => one.price)).toEqual(expect.arrayContaining([range.least, range.most]));
			expect(all?.least).toBeLessThanOrEqual(range.least);
			expect(all?.most).toBeGreaterThanOrEqual(range.most);
		}),
		RUNS,
	);
});
