import { costWords } from '../../../../nodes/CascadeMessaging/operations/message/preview/costWords';
import type { RunCost } from '../../../../nodes/CascadeMessaging/operations/message/preview/estimate';

const COST: RunCost = {
	...{ least: 1250, most: 4300.5, currency: 'RUR', balance: 5000 },
	...{ coversLeast: true, coversMost: true, withoutPrice: 0 },
};
const RANGE = 'It would cost 1,250.00 to 4,300.50 RUR: the first channel alone, or all of them.';

it('says what it would cost, and that the balance suffices', () => {
	expect(costWords(COST)).toBe(`${RANGE} The balance is 5,000.00 RUR, which suffices.`);
});

it('says one sum where that is known', () => {
	expect(costWords({ ...COST, most: 1250 })).toBe('It would cost 1,250.00 RUR. The balance is 5,000.00 RUR, which suffices.');
});

it('says whether the balance suffices for the least, or not even for that', () => {
	expect(costWords({ ...COST, balance: 3000, coversMost: false })).toBe(
		`${RANGE} The balance is 3,000.00 RUR, which suffices for the least, but not for the most.`,
	);
	expect(costWords({ ...COST, balance: 10, coversLeast: false, coversMost: false })).toBe(
		`${RANGE} The balance is 10.00 RUR, which does not suffice.`,
	);
});

it('says who is not counted, and promises nothing for them', () => {
	expect(costWords({ ...COST, coversLeast: null, coversMost: null, withoutPrice: 2 })).toBe(
		`${RANGE} The balance is 5,000.00 RUR. This is without 2 recipients whose price is not known.`,
	);
});

it('says what is wrong with the estimate', () => {
	const problem = { code: 'notOffered', message: 'The operators are not known.' };
	expect(costWords({ ...COST, problem })).toBe(`${RANGE} The balance is 5,000.00 RUR, which suffices. The operators are not known.`);
});

it('says why there is none', () => {
	const none = { least: null, most: null, coversLeast: null, coversMost: null, withoutPrice: 3 };
	const problem = { code: 'noPrices', message: 'No prices.' };
	expect(costWords({ ...COST, ...none, problem })).toBe('What it would cost is not known. No prices. The balance is 5,000.00 RUR.');
	expect(costWords({ ...COST, ...none, balance: null, problem })).toBe('What it would cost is not known. No prices.');
});

it('names no currency where the gateway names none', () => {
	expect(costWords({ ...COST, most: 1250, currency: null })).toBe('It would cost 1,250.00. The balance is 5,000.00, which suffices.');
});
