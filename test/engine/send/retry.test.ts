import { startSimulator } from '../../../simulator';
import type { Simulator } from '../../../simulator';
import { retryExecution } from '../harness';
import { jsonOf, manyPhones, send, sendCanvas } from './kit';

const STOP_LISTED = '79990170001';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

/** How often each phone has been sent to. */
const sendsByPhone = (): Record<string, number> =>
	simulator.messages.reduce<Record<string, number>>((counts, { phone }) => ({ ...counts, [phone]: (counts[phone] ?? 0) + 1 }), {});

describe('Retry On Fail', () => {
	const retrying = { retryOnFail: true, maxTries: 3 } as const;

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'sends to nobody twice who was accepted, with On Error %s',
		async (onError) => {
			const phones = [STOP_LISTED, ...manyPhones(4)];
			const items = phones.map((phone) => ({ phone }));
			const result = await send(simulator, { items, onError, ...retrying, options: { recipientsPerRequest: 2 } });

			expect(result.executions).toBe(3);
			expect(Object.values(sendsByPhone())).toEqual(onError === 'stopWorkflow' ? expect.not.arrayContaining([2]) : [1, 1, 1, 1]);
			if (onError === 'continueErrorOutput') {
				expect(jsonOf(result, 0).map(({ messageId }) => messageId)).toEqual(simulator.messages.map(({ id }) => id));
			}
		},
	);

	it('does not repeat a message that may have been sent', async () => {
		simulator.faults.set({ fault: 'reset-after-body' });
		const result = await send(simulator, { onError: 'continueRegularOutput', ...retrying });

		expect(result.executions).toBe(3);
		expect(simulator.requests).toHaveLength(1);
		expect(jsonOf(result)).toMatchObject([{ details: { outcome: 'unknown' } }]);
	});

	it('repeats it where a client message ID makes that safe', async () => {
		simulator.faults.set({ fault: 'reset-after-body', next: 1, accepted: false });
		const options = { clientMessageId: '7' };
		const result = await send(simulator, { onError: 'continueRegularOutput', ...retrying, options });

		expect(simulator.requests).toHaveLength(2);
		expect(jsonOf(result)).toMatchObject([{ accepted: true, clientMessageId: '7' }]);
	});

	it('tries again what was surely not sent', async () => {
		simulator.faults.set({ fault: 'status-429', next: 1 });
		const result = await send(simulator, { ...retrying });

		expect(jsonOf(result)).toMatchObject([{ accepted: true }]);
		expect(simulator.messages).toHaveLength(1);
	});
});

describe('the Retry button of a failed execution', () => {
	it('sends to those who were not reached, and hands out the IDs of those who were', async () => {
		const items = ['79000000001', '79000000002', '79000000003'].map((phone) => ({ phone }));
		const run = { items, options: { recipientsPerRequest: 1 } };
		simulator.faults.set({ fault: 'status-429', nth: 2 });
		const failed = await send(simulator, run);
		const retried = await retryExecution(failed, sendCanvas(simulator, run));

		expect(failed.status).toBe('error');
		expect(jsonOf(retried).map(({ phone }) => phone)).toEqual(items.map(({ phone }) => phone));
		expect(Object.values(sendsByPhone())).toEqual([1, 1, 1]);
	});
});

it('keeps nothing in the execution when all went well', async () => {
	const { nodeContext } = await send(simulator);

	expect(nodeContext).toEqual({});
});
