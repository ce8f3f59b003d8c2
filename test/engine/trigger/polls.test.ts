import type { Activation, ActiveTrigger } from './kit';
import { calls, DENIED, HOUR, idsOf, MINUTE, NEVER, NOT_DELIVERED, pass, READ, SECOND, send, tableAccount, trigger, world } from './world';

const here = world();

/** A trigger that has polled once, and a message on its way that is due. */
async function waiting(activation: Activation = {}): Promise<ActiveTrigger> {
	const one = trigger(here, activation);
	await one.poll();
	await send(here, [NEVER]);
	pass(here, HOUR);
	return one;
}

const DENIAL =
	'The states of waiting messages could not be asked; they will be asked again. The gateway denied access (HTTP 403). Check the login and password, or the token, in the credential.';

describe('a poll that cannot ask the gateway', () => {
	it('fails once an hour while it lasts, and says in n8n’s log what happens in between', async () => {
		const one = await waiting();
		here.simulator.faults.set(DENIED);

		await expect(one.poll()).rejects.toMatchObject({ name: 'NodeOperationError', message: DENIAL });
		pass(here, HOUR - 1);
		await expect(one.poll()).resolves.toEqual([]);
		expect(one.warnings).toEqual([`Cascade Messaging Trigger could not poll. ${DENIAL}`]);
		pass(here, 1);
		await expect(one.poll()).rejects.toThrow(DENIAL);
		expect(one.warnings).toHaveLength(1);
	});

	it('fails again at once when it had recovered', async () => {
		const one = await waiting();
		here.simulator.faults.set(DENIED);
		await expect(one.poll()).rejects.toThrow(DENIAL);
		here.simulator.faults.clear();
		pass(here, MINUTE);
		await one.poll();
		pass(here, HOUR / 2);
		here.simulator.faults.set(DENIED);

		await expect(one.poll()).rejects.toThrow(DENIAL);
	});

	it('tries once more where the trouble may pass', async () => {
		const one = await waiting();
		here.simulator.faults.set({ fault: 'status-503', operation: 'state', next: 1 });
		here.simulator.clock.advance(1);

		await expect(one.poll()).resolves.toEqual([]);
		expect(one.warnings).toEqual([]);
	});

	it('takes a message the gateway leaves out of its answer for one in progress, and leaves it alone for a while', async () => {
		const one = await waiting();
		here.simulator.faults.set({ fault: 'missing-messages', operation: 'state' });
		expect([await one.poll(), one.warnings]).toEqual([[], []]);
		const asked = here.simulator.requests.length;
		pass(here, 5 * MINUTE - 1);
		await one.poll();
		expect(here.simulator.requests).toHaveLength(asked);
		pass(here, 1);
		await one.poll();

		expect(here.simulator.requests).toHaveLength(asked + 1);
	});

	it('tells the first trouble of several', async () => {
		const one = trigger(here, { parameters: { options: { messagesPerRequest: 1 } } });
		await one.poll();
		await send(here, [NEVER, NEVER]);
		here.simulator.faults.set({ ...DENIED, nth: 1 });
		here.simulator.faults.set({ ...DENIED, status: 404, nth: 2 });

		await expect(one.poll()).rejects.toThrow('HTTP 403');
	});

	it('still emits what it learnt from other requests, and warns', async () => {
		const one = trigger(here, { parameters: { options: { messagesPerRequest: 1 } } });
		await one.poll();
		const sent = await send(here, [NOT_DELIVERED, READ]);
		pass(here, 8 * HOUR);
		here.simulator.faults.set({ ...DENIED, nth: 1 });

		expect(idsOf(await one.poll())).toEqual([sent[1]?.messageId]);
		expect(one.warnings).toEqual([DENIAL]);
		expect(idsOf(await one.poll())).toEqual([sent[0]?.messageId]);
	});

	it('takes a refusal in the gateway’s words for trouble too', async () => {
		const one = await waiting({ account: tableAccount(here, { password: 'wrong' }) });

		await expect(one.poll()).rejects.toThrow(/could not be asked; they will be asked again. The gateway refused the question: /);
	});
});

describe('the first poll after an activation', () => {
	it('never fails: n8n would leave the trigger dead', async () => {
		await waiting();
		here.simulator.faults.set(DENIED);
		const one = trigger(here);

		await expect(one.begin()).resolves.toEqual([]);
		expect(one.warnings).toEqual([]);
		await expect(one.poll()).rejects.toThrow(DENIAL);
	});

	it('never fails when the workflow is activated again either', async () => {
		await waiting({ workflowId: 'again' });
		here.simulator.faults.set(DENIED);
		const again = trigger(here, { workflowId: 'again' });

		await expect(again.begin()).resolves.toEqual([]);
		await expect(again.poll()).rejects.toThrow(DENIAL);
	});

	it.each([
		['n8n’s durable scheduler, which makes a context for each poll', 59_999, 'fails'],
		['an n8n that keeps one context', 60_000, 'asks nothing'],
		['an n8n that does not say how long a poll may take', 'unsaid', 'asks nothing'],
	] as const)('is told by the right sign in %s', async (_name, budget, reaction) => {
		const workflowId = `sign${budget}`;
		await waiting({ workflowId, budget });
		here.simulator.faults.set(DENIED);
		const nextContext = trigger(here, { workflowId, budget });

		if (reaction === 'fails') await expect(nextContext.begin()).rejects.toThrow(DENIAL);
		else await expect(nextContext.begin()).resolves.toEqual([]);
	});

	it('never fails with the durable scheduler either', async () => {
		await waiting();
		here.simulator.faults.set(DENIED);

		await expect(trigger(here, { budget: 45 * SECOND }).begin()).resolves.toEqual([]);
	});

	it('asks neither the gateway nor n8n, however much waits: n8n waits for it, and gives a trigger up that takes long', async () => {
		await waiting();
		calls(here);
		const asked = here.simulator.requests.length;

		expect(await trigger(here).begin()).toEqual([]);
		expect([calls(here), here.simulator.requests.length]).toEqual([[], asked]);
	});

	it('makes what is sent from then on reach the trigger, also when it polls once a day', async () => {
		const one = trigger(here, { account: {}, parameters: { pollTimes: { item: [{ mode: 'everyDay', hour: 9 }] } } });
		await one.begin();
		const [sent] = await send(here, [READ], { store: 'memory' });
		pass(here, 24 * HOUR);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
	});

	it('never fails for a credential that makes no sense; the second says what is wrong', async () => {
		const one = trigger(here, { account: { host: 'no host' } });

		await expect(one.begin()).resolves.toEqual([]);
		expect(one.warnings).toEqual(['Cascade Messaging Trigger could not poll. The host in the credential is not an address']);
		await expect(one.poll()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'The host in the credential is not an address',
			description: expect.stringContaining('Open the credential') as string,
		});
	});

	it('tells a fault of the node as what it is', async () => {
		const beforeAllTime = 1e12;
		const one = trigger(here, { account: tableAccount(here, { keepForDays: beforeAllTime }) });
		await one.begin();

		await expect(one.poll()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: "This is a fault of the node itself. Please report it, with what n8n's log says: RangeError: Invalid time value",
		});
	});
});
