import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { NodeResult } from '../harness';
import { retryExecution, runNode } from '../harness';
import type { SendRun } from './kit';
import { jsonOf, manyPhones, send, sendCanvas } from './kit';

const STOP_LISTED = '79990170001';
const PHONES = manyPhones(4);
/** Each phone in a request of its own; the node itself tries nothing again. */
const APART = { recipientsPerRequest: 1, retries: 0 };

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const run: SendRun = { items: PHONES.map((phone) => ({ phone })), options: APART };
const phonesSentTo = (): string[] => simulator.messages.map(({ phone }) => phone);
const press = async (failed: NodeResult, changes: SendRun = {}): Promise<NodeResult> =>
	await retryExecution(failed, sendCanvas(simulator, { ...run, ...changes }));

/** The gateway turns away the nth request from the start. */
const turnAway = (...requests: readonly number[]): void => {
	for (const nth of requests) simulator.faults.set({ fault: 'status-429', nth });
};

describe('the Retry button of a failed execution', () => {
	it('sends to those who were not reached, and hands out the IDs of those who were', async () => {
		turnAway(3);
		const failed = await send(simulator, run);
		const retried = await press(failed);

		expect(failed.status).toBe('error');
		expect(phonesSentTo()).toEqual(PHONES);
		expect(retried.output[0]?.map(({ json, pairedItem }) => [json.messageId, pairedItem])).toEqual(
			simulator.messages.map(({ id }, item) => [id, { item }]),
		);
	});

	it('serves after Retry On Fail has given up', async () => {
		turnAway(2, 3, 4);
		const retrying = { ...run, retryOnFail: true, maxTries: 3 };
		const failed = await send(simulator, retrying);
		const retried = await press(failed, retrying);

		expect([failed.executions, failed.status, retried.status]).toEqual([3, 'error', 'success']);
		expect(phonesSentTo()).toEqual(PHONES);
		expect(jsonOf(retried).map(({ messageId }) => messageId)).toEqual(simulator.messages.map(({ id }) => id));
	});

	it('can be pressed on a retry that failed too, as often as it takes', async () => {
		turnAway(2, 4, 6);
		const first = await press(await send(simulator, run));
		const second = await press(first);
		const third = await press(second);

		expect([first, second, third].map(({ status }) => status)).toEqual(['error', 'error', 'success']);
		expect(phonesSentTo()).toEqual(PHONES);
		expect(jsonOf(third).map(({ messageId }) => messageId)).toEqual(simulator.messages.map(({ id }) => id));
	});

	it('does not repeat what may have been sent, and goes on with the others', async () => {
		simulator.faults.set({ fault: 'reset-after-body', nth: 2, accepted: true });
		const retried = await press(await send(simulator, run));

		expect(phonesSentTo()).toEqual(PHONES);
		expect(retried.error).toMatchObject({
			context: { data: { accepted: [{ item: 0 }, { item: 2 }, { item: 3 }], failed: [{ item: 1, outcome: 'unknown' }] } },
		});
	});

	it('does not repeat what may have been sent under another client number, or under none', async () => {
		simulator.faults.set({ fault: 'reset-after-body', nth: 1, accepted: true });
		const changing = { clientMessageIdFrom: 'key', clientMessageKey: '={{ $execution.id }} {{ $json.phone }}' };
		const canvas = sendCanvas(simulator, run);
		const numbered = { ...canvas, parameters: { ...canvas.parameters, ...changing } };
		const retried = await retryExecution(await runNode(numbered), numbered);

		expect(phonesSentTo()).toEqual(PHONES);
		expect(retried.error).toMatchObject({ context: { data: { failed: [{ item: 0, outcome: 'unknown' }] } } });
	});

	it('does not send again to those who were accepted before a refusal that stays', async () => {
		const items = [...PHONES, STOP_LISTED].map((phone) => ({ phone }));
		const failed = await send(simulator, { ...run, items });
		const retried = await press(failed, { items });

		expect(retried.status).toBe('error');
		expect(phonesSentTo()).toEqual(PHONES);
		expect(retried.error?.description).toContain('Accepted before the stop, and on their way: 4');
	});

	it('names those who were accepted before, also when an item cannot be read this time', async () => {
		turnAway(3);
		const changing = { ...run, defaultCountry: "={{ $execution.id === '2' && $itemIndex === 3 ? 'QQ' : 'RU' }}" };
		const retried = await press(await send(simulator, changing), changing);

		expect(retried.error).toMatchObject({
			message: 'Default Country must be a two-letter country code such as RU, but it is "QQ".',
			context: { data: { accepted: simulator.messages.map(({ id }, item) => ({ item, messageId: id })) } },
		});
		expect(phonesSentTo()).toEqual(PHONES.slice(0, 2));
	});
});

it('n8n starts each retry from the execution it is pressed on: pressed twice on the same one, it sends twice', async () => {
	turnAway(2);
	const failed = await send(simulator, { ...run, items: PHONES.slice(0, 3).map((phone) => ({ phone })) });
	await press(failed);
	await press(failed);

	const [first, second, third] = PHONES;
	expect(phonesSentTo()).toEqual([first, second, third, second, third]);
});
