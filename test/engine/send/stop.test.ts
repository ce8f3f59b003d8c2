import type { INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../../demo/json';
import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { NodeResult } from '../harness';
import { retryExecution, startNode } from '../harness';
import type { SendRun } from './kit';
import { jsonOf, sendCanvas } from './kit';

const ON_ERROR = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const PHONES = ['79000000001', '79000000002', '79000000003'];
/** Each phone in a request of its own. */
const APART = { recipientsPerRequest: 1, retries: 0 };

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

/** Sends to three phones, presses Stop when so many requests have arrived, and a moment later takes what became of the run. */
async function stopAt(requests: number, run: SendRun, numbers: INodeParameters = {}): Promise<NodeResult> {
	const canvas = sendCanvas(simulator, { items: PHONES.map((phone) => ({ phone })), ...run });
	const running = startNode({ ...canvas, parameters: { ...canvas.parameters, ...numbers } });
	await arrived(requests);
	running.cancel();
	return await running.result;
}

/** Waits until so many requests have reached the gateway, and what can be answered is. */
async function arrived(count: number): Promise<void> {
	while (simulator.requests.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
	await new Promise((resolve) => setTimeout(resolve, 50));
}

/** What a run says of each phone, in the order of the input. */
function fatesOf(result: NodeResult): unknown[] {
	const { error } = result;
	const data: unknown = error !== undefined && 'context' in error ? error.context.data : undefined;
	const lines = isRecord(data)
		? Object.values(data).flat()
		: [...jsonOf(result, 0), ...jsonOf(result, 1)].map(({ error, ...json }) => error ?? json);
	return lines
		.filter(isRecord)
		.map(({ phone, messageId, code, outcome }) => (messageId === undefined ? { phone, code, outcome } : { phone, messageId }));
}

describe.each(ON_ERROR)('Stop, with On Error %s,', (onError) => {
	const sent = (): unknown[] => simulator.messages.map(({ phone, id }) => ({ phone, messageId: id }));
	const notSent = PHONES.map((phone) => ({ phone, code: 'stopped', outcome: 'notSent' }));

	it('in the pause between two requests ends the pause, and no further request is made', async () => {
		const started = Date.now();
		const result = await stopAt(1, { onError, options: { ...APART, pauseBetweenRequests: 60 } });

		expect(Date.now() - started).toBeLessThan(5_000);
		expect(simulator.requests).toHaveLength(1);
		expect(fatesOf(result)).toEqual([...sent(), ...notSent.slice(1)]);
	});

	it('while a request is under way leaves its recipient unknown, and no further request is made', async () => {
		simulator.faults.set({ fault: 'hang', nth: 2 });
		const result = await stopAt(2, { onError, options: APART });

		expect(simulator.requests).toHaveLength(2);
		expect(fatesOf(result)).toEqual([...sent().slice(0, 1), { phone: PHONES[1], code: 'stopped', outcome: 'unknown' }, notSent[2]]);
	});

	it.each([
		['without client numbers', {}],
		['with client numbers', { clientMessageIdFrom: 'key', clientMessageKey: '={{ $json.phone }}' }],
	])('is not undone by Retry On Fail, %s', async (_, numbers) => {
		simulator.faults.set({ fault: 'hang', nth: 1 });
		const result = await stopAt(1, { onError, retryOnFail: true, maxTries: 5, options: APART }, numbers);

		expect(result.executions).toBe(5);
		expect(simulator.requests).toHaveLength(1);
		expect(fatesOf(result)).toEqual([{ phone: PHONES[0], code: 'stopped', outcome: 'unknown' }, ...notSent.slice(1)]);
	});
});

it('Stop while the node waits before a retry of its own ends the wait, and what was not sent is told as that', async () => {
	simulator.faults.set({ fault: 'status-429', seconds: 200 });
	const started = Date.now();
	const result = await stopAt(1, { onError: 'continueRegularOutput', options: { ...APART, retries: 3 } });

	expect(Date.now() - started).toBeLessThan(5_000);
	expect(simulator.requests).toHaveLength(1);
	expect(jsonOf(result)).toMatchObject(PHONES.map((phone) => ({ error: { phone, outcome: 'notSent' } })));
});

it('Stop while Send waits for final states keeps the message IDs', async () => {
	const result = await stopAt(1, { options: { waitForFinalStates: 60 } });

	expect(jsonOf(result).map(({ messageId, outcome }) => [messageId, outcome])).toEqual(
		simulator.messages.map(({ id }) => [id, 'inProgress']),
	);
});

it('the Retry button after a Stop whose execution n8n kept sends to those who were not reached', async () => {
	simulator.faults.set({ fault: 'hang', nth: 2, accepted: true });
	const stopped = await stopAt(2, { options: APART });
	const retried = await retryExecution(stopped, sendCanvas(simulator));

	expect(simulator.messages.map(({ phone }) => phone)).toEqual(PHONES);
	expect(fatesOf(retried)).toEqual([
		{ phone: PHONES[0], messageId: simulator.messages[0]?.id },
		{ phone: PHONES[2], messageId: simulator.messages[2]?.id },
		{ phone: PHONES[1], code: 'stopped', outcome: 'unknown' },
	]);
});
