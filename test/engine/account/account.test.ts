import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf } from '../send/kit';
import { asked, run } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
	simulator.changeAccount({ balance: 356.1 });
});

describe('Get Balance', () => {
	it('tells the money, and what a part costs by operator and channel', async () => {
		const [balance] = jsonOf(await run(simulator, { what: 'account.getBalance' }));

		expect(balance).toMatchObject({ balance: 356.1, currency: 'RUR' });
		expect(balance?.prices).toContainEqual(
			expect.objectContaining({ channel: 'sms', operator: 'МТС', price: 1.7, remaining: expect.any(Number) as number }),
		);
	});

	it('asks once, and tells every item', async () => {
		const result = await run(simulator, { what: 'account.getBalance', items: [{}, {}, {}] });

		expect(asked(simulator)).toMatchObject([{ type: 'balance' }]);
		expect(result.output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(jsonOf(result).map(({ balance }) => balance)).toEqual([356.1, 356.1, 356.1]);
	});

	it('of an operator who does not offer this says so, for every item', async () => {
		simulator.changeAccount({ offered: false });
		const result = await run(simulator, { what: 'account.getBalance', items: [{}, {}], onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toEqual([]);
		expect(jsonOf(result, 1)).toHaveLength(2);
		expect(jsonOf(result, 1)[0]?.error).toMatchObject({
			code: 'notOffered',
			message: expect.stringMatching(/^The balance is not known\. Your operator does not offer this: /) as string,
		});
		expect(simulator.requests).toHaveLength(1);
	});
});

describe('Get Senders', () => {
	it('tells the names, and whether each may be used', async () => {
		expect(jsonOf(await run(simulator, { what: 'account.getSenders' }))).toEqual([
			{ sender: 'MyShop', usable: true, state: 'usable', anySender: false },
			{ sender: 'MyShop-New', usable: false, state: 'waiting', anySender: false },
			{ sender: 'Casino', usable: false, state: 'rejected', anySender: false },
		]);
	});

	it('says that any sender is allowed, where there is no list', async () => {
		simulator.changeAccount({ anyOriginator: true });

		expect(jsonOf(await run(simulator, { what: 'account.getSenders' }))).toEqual([
			{ sender: null, usable: true, state: null, anySender: true },
		]);
	});

	it('stops the workflow with the reason, when On Error says so', async () => {
		simulator.faults.set({ fault: 'auth-refusal' });
		const { status, error } = await run(simulator, { what: 'account.getSenders' });

		expect(status).toBe('error');
		expect(error?.message).toMatch(/^The senders are not known\. The gateway refused the question: .* Check login and password|credential/);
	});
});
