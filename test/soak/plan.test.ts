import { killMoments, plannedSendings } from './plan';

const plan = [...plannedSendings(50, 6, 1)];

describe('a plan of 6 minutes at 50 recipients a second', () => {
	it('offers 18,000 recipients, at most one execution more', () => {
		const recipients = plan.reduce((sum, { contacts }) => sum + contacts.length, 0);
		expect(recipients).toBeGreaterThanOrEqual(18_000);
		expect(recipients).toBeLessThan(18_300);
	});

	it('uses each phone once', () => {
		const phones = plan.flatMap(({ contacts }) => contacts.map(({ phone }) => phone));
		expect(new Set(phones).size).toBe(phones.length);
	});

	it('has sizes from 1 to 300 and all senders', () => {
		const sizes = plan.map(({ contacts }) => contacts.length);
		expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 300]);
		expect(new Set(plan.map(({ sender }) => sender)).size).toBe(4);
	});

	it('keeps the rate: an execution starts when those before it have used up their time', () => {
		let before = 0;
		for (const { at, contacts } of plan) {
			expect(at).toBeCloseTo((before / 50) * 1000);
			before += contacts.length;
		}
	});

	it('is the same for the same seed only', () => {
		expect([...plannedSendings(50, 6, 1)]).toEqual(plan);
		expect([...plannedSendings(50, 6, 2)]).not.toEqual(plan);
	});
});

it('spreads kills over the first half, in order', () => {
	const moments = killMoments(3, 30, 1).map((moment) => moment / 60_000);
	expect(moments).toHaveLength(3);
	const [one = 0, two = 0, three = 0] = moments;
	expect([one >= 3, one <= 7, two >= 7, two <= 11, three >= 11, three <= 15]).toEqual(Array(6).fill(true));
	expect(killMoments(0, 30, 1)).toEqual([]);
});
