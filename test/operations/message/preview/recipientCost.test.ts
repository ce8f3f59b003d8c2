import fc from 'fast-check';

import { contentDescriber } from '../../../../nodes/CascadeMessaging/operations/message/preview/describeContent';
import { costReckoner, inMoney } from '../../../../nodes/CascadeMessaging/operations/message/preview/recipientCost';
import type { ChannelName, Content, PriceRange, Tariff } from '../../../../nodes/CascadeMessaging/protocol';
import { RUNS } from '../../../protocol/support/runs';

const CONTENT: Content = { cascade: ['viber', 'sms'], channels: { viber: { text: 'Готово' }, sms: { text: 'ж'.repeat(71) } } };

const tariff = (prices: Partial<Record<ChannelName, PriceRange>>): Tariff => ({
	operator: 'МТС',
	priceOf: (channel) => prices[channel] ?? null,
});
const exactly = (price: number): PriceRange => ({ least: price, most: price });
const reckoner = (): ReturnType<typeof costReckoner> => costReckoner('RUR', contentDescriber('UTC'));

it('is that of the first channel at least, and of all at most, by part where parts are charged', () => {
	const { json, ...range } = reckoner()(CONTENT, tariff({ viber: exactly(1.15), sms: exactly(1.7) }));

	expect(range).toEqual({ least: 1_150_000, most: 4_550_000 });
	expect(json).toEqual({
		...{ least: 1.15, most: 4.55, currency: 'RUR', operator: 'МТС' },
		steps: [
			{ channel: 'viber', least: 1.15, most: 1.15 },
			{ channel: 'sms', parts: 2, least: 3.4, most: 3.4 },
		],
	});
});

it('is a range where a price is one', () => {
	const { json } = reckoner()(CONTENT, tariff({ viber: exactly(1), sms: { least: 1.7, most: 2.1 } }));

	expect(json).toMatchObject({ least: 1, most: 5.2, steps: [{}, { least: 3.4, most: 4.2 }] });
});

it('is not known at most where the price of a step is not, nor at least where that is the first', () => {
	expect(reckoner()(CONTENT, tariff({ viber: exactly(1) })).json).toMatchObject({
		...{ least: 1, most: null },
		steps: [{ least: 1 }, { channel: 'sms', parts: 2, least: null, most: null }],
	});
	expect(reckoner()(CONTENT, tariff({ sms: exactly(1) }))).toMatchObject({ least: null, most: null });
});

it('is one for all with the same tariff, channels and parts', () => {
	const costOf = reckoner();
	const [mts, beeline] = [tariff({ viber: exactly(1), sms: exactly(1) }), tariff({})];

	const another = (text: string): Content => ({ ...CONTENT, channels: { ...CONTENT.channels, sms: { text } } });
	expect(costOf(CONTENT, mts)).toBe(costOf(another('я'.repeat(71)), mts));
	expect(costOf(CONTENT, mts)).not.toBe(costOf(CONTENT, beeline));
	expect(costOf(CONTENT, mts)).not.toBe(costOf(another('я'), mts));
});

it('never is more at least than at most, nor less than the sum of its steps', () => {
	const price = fc.nat(5_000_000).map((millionths) => millionths / 1e6);
	const range = fc.tuple(price, price).map(([a, b]): PriceRange => ({ least: Math.min(a, b), most: Math.max(a, b) }));
	fc.assert(
		fc.property(fc.record({ viber: range, sms: range }), (prices) => {
			const { least, most } = reckoner()(CONTENT, tariff(prices));
			expect(least ?? NaN).toBeLessThanOrEqual(most ?? NaN);
			expect(inMoney({ least, most }).most).toBeCloseTo(prices.viber.most + 2 * prices.sms.most, 9);
		}),
		RUNS,
	);
});

it('is nothing in money where nothing is known', () => {
	expect(inMoney()).toEqual({ least: null, most: null });
});
