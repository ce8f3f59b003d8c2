import fc from 'fast-check';

import { fromMillionths, moneyText, toMillionths } from '../../nodes/CascadeMessaging/protocol/money';
import { RUNS } from './support/runs';

it('adds up without traces of fractions', () => {
	expect(fromMillionths(toMillionths(0.1) + toMillionths(0.2))).toBe(0.3);
	expect(fromMillionths(toMillionths(1.15) * 3)).toBe(3.45);
	expect(fromMillionths(toMillionths(-0.5))).toBe(-0.5);
});

it('adds up whatever prices with six decimals as whole numbers would be', () => {
	const price = fc.nat(50_000_000);
	fc.assert(
		fc.property(fc.array(fc.tuple(price, fc.nat(20)), { maxLength: 50 }), (prices) => {
			const sum = prices.reduce((all, [millionths, parts]) => all + toMillionths(Number(`${millionths}e-6`)) * parts, 0);
			const expected = prices.reduce((all, [millionths, parts]) => all + BigInt(millionths) * BigInt(parts), 0n);
			expect(String(sum)).toBe(String(expected));
			expect(fromMillionths(sum)).toBe(Number(`${expected}e-6`));
		}),
		RUNS,
	);
});

it.each([
	[1250.5, 'RUR', '1,250.50 RUR'],
	[0, 'RUR', '0.00 RUR'],
	[1_234_567, 'EUR', '1,234,567.00 EUR'],
	[0.0125, null, '0.0125'],
	[-12.3, 'RUR', '-12.30 RUR'],
])('writes %d %s as %j', (amount, currency, text) => {
	expect(moneyText(amount, currency)).toBe(text);
});
