import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { closeAll } from '../../support/network/sockets';
import { activate } from '../trigger/kit';
import { doorTo } from './door';
import { jsonOf, manyPhones, send, startSend } from './kit';
import { STOP_LISTED } from './retryScenario';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());
afterEach(closeAll);

const onError = 'continueErrorOutput';
const PHONES = manyPhones(20);
const itemsFor = (phones: readonly string[]) => phones.map((phone) => ({ phone }));
const apart = (parallelRequests: number) => ({ recipientsPerRequest: 1, parallelRequests });
const idOf = (phone: string): unknown => simulator.messages.find((message) => message.phone === phone)?.id;

/** Waits until so many requests have reached the gateway, and a moment longer for those that should not. */
async function arrived(count: number): Promise<void> {
	while (simulator.requests.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
	await new Promise((resolve) => setTimeout(resolve, 100));
}

it.each([1, 2, 3, 4, 5])(
	'with Parallel Requests %d so many are under way, never more, and the output is in input order',
	async (parallel) => {
		const door = await doorTo(simulator, parallel);
		const phones = PHONES.slice(0, 4 * parallel);
		const result = await send(door, { items: itemsFor(phones), options: apart(parallel) });

		expect(door.most()).toBe(parallel);
		expect(jsonOf(result)).toMatchObject(phones.map((phone, index) => ({ phone, messageId: idOf(phone), request: index + 1 })));
		expect(simulator.messages.map(({ phone }) => phone).sort()).toEqual(phones);
	},
);

it('each accepted message is handed to the trigger once', async () => {
	const trigger = activate(simulator);
	await trigger.poll();
	simulator.reset();
	await send(simulator, { items: itemsFor(PHONES), options: apart(5) });
	await trigger.poll();

	const waiting = trigger.staticData.waiting as { messageId: string }[];
	expect(waiting.map(({ messageId }) => messageId).sort()).toEqual(simulator.messages.map(({ id }) => id).sort());
});

it('Stop leaves those under way unknown, and begins no other', async () => {
	simulator.faults.set({ fault: 'hang' });
	const running = startSend(simulator, { items: itemsFor(PHONES), options: apart(5), onError });
	await arrived(5);
	running.cancel();
	const told = jsonOf(await running.result, 1).map(({ error }) => error);

	expect(simulator.requests).toHaveLength(5);
	expect(told).toMatchObject(PHONES.map((phone, index) => ({ phone, code: 'stopped', outcome: index < 5 ? 'unknown' : 'notSent' })));
});

it('when one is asked to wait, none begins until then', async () => {
	simulator.faults.set({ fault: 'status-429', nth: 1, seconds: 200 });
	const running = startSend(simulator, { items: itemsFor(PHONES), options: { ...apart(3), retries: 1 }, onError });
	await arrived(3);
	running.cancel();
	const result = await running.result;

	expect(simulator.requests).toHaveLength(3);
	expect(jsonOf(result, 0)).toHaveLength(2);
	expect(jsonOf(result, 1)).toMatchObject(Array(18).fill({ error: { outcome: 'notSent' } }));
});

it('when one fails with On Error “stop”, those under way are finished with their IDs, and no other begins', async () => {
	const phones = [STOP_LISTED, ...PHONES];
	simulator.faults.set({ fault: 'slow', seconds: 0.3, nth: 2 });
	simulator.faults.set({ fault: 'slow', seconds: 0.3, nth: 3 });
	const { error } = await send(simulator, { items: itemsFor(phones), options: apart(3) });

	expect(simulator.requests).toHaveLength(3);
	const accepted = simulator.messages.map(({ phone, id }) => ({ phone, messageId: id }));
	expect(accepted).toHaveLength(2);
	expect(error).toMatchObject({
		context: {
			data: {
				accepted: [...accepted].sort((one, other) => one.phone.localeCompare(other.phone)),
				failed: [{ code: 'refusedByGateway' }, ...PHONES.slice(2).map((phone) => ({ phone, code: 'notReached', outcome: 'notSent' }))],
			},
		},
	});
});
