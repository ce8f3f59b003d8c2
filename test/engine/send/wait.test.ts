import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { hurry } from '../hurry';
import { jsonOf, send, sms, startSend } from './kit';

const INSTANT = '79990120001';
const NEVER = '79990140001';

hurry();
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 600 });
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

it('adds the outcome of every message to its item, in progress where time ran out', async () => {
	const result = await send(simulator, {
		items: [{ phone: INSTANT }, { phone: NEVER }],
		cascade: [{ channel: 'viber', sender: 'MyShop', text: 'Hi' }, sms],
		options: { waitForFinalStates: 0.06 },
	});

	const [delivered, waiting] = jsonOf(result);
	expect(delivered).toMatchObject({
		accepted: true,
		outcome: 'delivered',
		final: true,
		deliveredBy: 'viber',
		engagement: 'read',
	});
	expect(delivered?.channels).toEqual({
		viber: { id: expect.stringMatching(/^\d+$/) as string, outcome: 'delivered', state: 'read', price: expect.any(Number) as number },
		sms: { outcome: 'notUsed', state: 'send', price: 0, parts: 0 },
	});
	expect(waiting).toMatchObject({ accepted: true, outcome: 'inProgress', final: false });
});

it('asks nothing about what goes out later than the wait lasts, and does not wait for it', async () => {
	const sendAt = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
	const options = { sendAt: '={{ $json.sendAt }}', waitForFinalStates: 60 };
	const result = await send(simulator, { items: [{ phone: NEVER, sendAt }], options });

	expect(jsonOf(result)).toMatchObject([{ accepted: true, outcome: 'inProgress', final: false }]);
	expect(Date.parse(jsonOf(result)[0]?.sendAt as string)).toBe(Date.parse(`${sendAt.slice(0, 16)}Z`));
	expect(simulator.requests.map(({ operation }) => operation)).toEqual(['send']);
});

it('asks no more once all are final', async () => {
	const begun = Date.now();
	await send(simulator, { items: [{ phone: INSTANT }], options: { waitForFinalStates: 5 } });

	expect(Date.now() - begun).toBeLessThan(25_000);
	expect(simulator.requests.map(({ operation }) => operation)).toEqual(['send', 'state']);
});

it('goes on when the gateway cannot be asked for a while, and says so if that lasts', async () => {
	simulator.faults.set({ fault: 'status-503', operation: 'state' });
	const [sent] = jsonOf(await send(simulator, { items: [{ phone: INSTANT }], options: { waitForFinalStates: 0.04 } }));

	expect(sent).toMatchObject({ accepted: true, outcome: 'inProgress', final: false });
	expect(sent?.warning).toContain('The outcome is not known. The gateway answered with HTTP status 503');
});

it('ends when the execution is stopped', async () => {
	const begun = Date.now();
	const running = startSend(simulator, { items: [{ phone: NEVER }], options: { waitForFinalStates: 5 } });
	while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	running.cancel();
	await running.result;

	expect(Date.now() - begun).toBeLessThan(25_000);
});

it('is at most an hour', async () => {
	const { error } = await send(simulator, { options: { waitForFinalStates: 61 } });

	expect(error?.message).toBe('Wait for Final States must be 0 to 60 minutes, but it is 61.');
	expect(simulator.requests).toHaveLength(0);
});
