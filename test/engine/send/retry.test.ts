import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { NodeResult } from '../harness';
import { runNode } from '../harness';
import type { SendRun } from './kit';
import { jsonOf, manyPhones, send, sendCanvas } from './kit';

const STOP_LISTED = '79990170001';
/** The node itself tries nothing again: only n8n does. */
const ALONE = { retries: 0 };

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const phonesSentTo = (): string[] => simulator.messages.map(({ phone }) => phone);
const idOf = (phone: string): string | undefined => simulator.messages.find((message) => message.phone === phone)?.id;

/** As `send`, with a client number for each recipient. */
async function sendNumbered(run: SendRun): Promise<NodeResult> {
	const canvas = sendCanvas(simulator, run);
	const numbers = { clientMessageIdFrom: 'key', clientMessageKey: '={{ $json.phone }}' };
	return await runNode({ ...canvas, parameters: { ...canvas.parameters, ...numbers } });
}

describe.each([2, 3, 4, 5])('Retry On Fail with %i tries', (maxTries) => {
	const retrying = { retryOnFail: true, maxTries };

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'sends to nobody twice while the first item fails, and gives out every ID in order, with On Error %s',
		async (onError) => {
			const phones = [STOP_LISTED, ...manyPhones(4)];
			const items = phones.map((phone) => ({ phone }));
			const result = await send(simulator, { items, onError, ...retrying, options: { ...ALONE, recipientsPerRequest: 2 } });
			const accepted = result.output.flat().filter(({ json }) => json.accepted === true);

			expect(result.executions).toBe(maxTries);
			expect(phonesSentTo().sort()).toEqual(manyPhones(4));
			expect(accepted.map(({ json, pairedItem }) => [json.messageId, pairedItem])).toEqual(
				manyPhones(4).map((phone, index) => [idOf(phone), { item: index + 1 }]),
			);
		},
	);

	it('still says when the messages of earlier tries go out, and does not wait for them', async () => {
		const sendAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
		const items = [STOP_LISTED, ...manyPhones(2)].map((phone) => ({ phone }));
		const options = { ...ALONE, sendAt, waitForFinalStates: 60 };
		const result = await send(simulator, { items, onError: 'continueRegularOutput', ...retrying, options });

		expect(result.executions).toBe(maxTries);
		expect(jsonOf(result).slice(1)).toMatchObject(manyPhones(2).map((phone) => ({ phone, messageId: idOf(phone), outcome: 'inProgress' })));
		for (const json of jsonOf(result).slice(1)) expect(json.sendAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\+03:00$/);
		expect(simulator.requests.filter(({ operation }) => operation === 'state')).toEqual([]);
	});

	it('with On Error stopWorkflow, holds every ID in the error of the last try', async () => {
		const items = [...manyPhones(3), STOP_LISTED].map((phone) => ({ phone }));
		const { executions, error } = await send(simulator, { items, ...retrying, options: { ...ALONE, recipientsPerRequest: 2 } });

		expect(executions).toBe(maxTries);
		expect(phonesSentTo()).toEqual(manyPhones(3));
		expect(error).toMatchObject({
			context: {
				data: {
					accepted: manyPhones(3).map((phone, item) => ({ item, messageId: idOf(phone) })),
					failed: [{ item: 3, outcome: 'refused' }],
				},
			},
		});
	});

	it('sends to several phones of an item, and to a phone of several items, once for each item', async () => {
		const [first = '', second = ''] = manyPhones(2);
		const items = [[STOP_LISTED, first, second], [first]].map((phone) => ({ phone }));
		const result = await send(simulator, { items, onError: 'continueRegularOutput', ...retrying, options: ALONE });

		expect(result.executions).toBe(maxTries);
		expect(phonesSentTo()).toEqual([first, second, first]);
		expect(result.output[0]?.map(({ json, pairedItem }) => [json.messageId, pairedItem])).toEqual([
			[undefined, { item: 0 }],
			[simulator.messages[0]?.id, { item: 0 }],
			[simulator.messages[1]?.id, { item: 0 }],
			[simulator.messages[2]?.id, { item: 1 }],
		]);
	});
});

describe('between the tries of Retry On Fail', () => {
	const retrying = { retryOnFail: true, maxTries: 3, onError: 'continueRegularOutput', options: ALONE } as const;

	it('a message that may have been sent is not repeated', async () => {
		simulator.faults.set({ fault: 'reset-after-body' });
		const result = await send(simulator, retrying);

		expect(result.executions).toBe(3);
		expect(simulator.requests).toHaveLength(1);
		expect(jsonOf(result)).toMatchObject([{ error: { outcome: 'unknown' } }]);
	});

	it('it is repeated where a client number makes that safe', async () => {
		simulator.faults.set({ fault: 'reset-after-body', next: 1, accepted: false });
		const result = await sendNumbered(retrying);

		expect(simulator.requests).toHaveLength(2);
		expect(jsonOf(result)).toMatchObject([{ accepted: true, repeat: false, messageId: simulator.messages[0]?.id }]);
	});

	it('and is told as a repeat when the gateway had taken it all the same', async () => {
		simulator.faults.set({ fault: 'reset-after-body', next: 1, accepted: true });
		const result = await sendNumbered(retrying);

		expect(simulator.messages).toHaveLength(1);
		expect(jsonOf(result)).toMatchObject([{ accepted: true, repeat: true }]);
	});

	it('it stays “may have been sent” when a later try surely sends nothing', async () => {
		simulator.faults.set({ fault: 'reset-after-body', nth: 1 });
		simulator.faults.set({ fault: 'status-429', nth: 2 });
		simulator.faults.set({ fault: 'status-429', nth: 3 });
		const result = await sendNumbered(retrying);

		expect(simulator.requests).toHaveLength(3);
		expect(simulator.messages).toHaveLength(1);
		expect(jsonOf(result)).toMatchObject([{ error: { outcome: 'unknown' } }]);
	});

	it('what was surely not sent is tried again', async () => {
		simulator.faults.set({ fault: 'status-429', next: 1 });
		const result = await send(simulator, { retryOnFail: true, options: ALONE });

		expect(jsonOf(result)).toMatchObject([{ accepted: true }]);
		expect(simulator.messages).toHaveLength(1);
	});

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'an ID the gateway gave for nobody stays in view, with On Error %s',
		async (onError) => {
			simulator.faults.set({ fault: 'extra-recipients', nth: onError === 'stopWorkflow' ? 1 : 2 });
			const phones = onError === 'stopWorkflow' ? [...manyPhones(1), STOP_LISTED] : [STOP_LISTED, ...manyPhones(1)];
			const items = phones.map((phone) => ({ phone }));
			const result = await send(simulator, { ...retrying, items, onError, options: { ...ALONE, recipientsPerRequest: 1 } });

			expect(result.executions).toBe(3);
			expect(JSON.stringify([result.output, result.error])).toContain('"9999999999"');
		},
	);
});

it('keeps nothing in the execution when all went well', async () => {
	const { nodeContext } = await send(simulator);

	expect(nodeContext).toEqual({});
});
