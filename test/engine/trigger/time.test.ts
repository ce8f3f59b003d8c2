import { HOUR, idsOf, NEVER, NOT_DELIVERED, pass, READ, SECOND, send, trigger, world } from './world';

const here = world();

/** From now on every request to the gateway takes so long on n8n's clock. */
function eachRequestTakes(milliseconds: number): void {
	const before = here.simulator.requests.length;
	jest.spyOn(Date, 'now').mockImplementation(() => here.now + milliseconds * (here.simulator.requests.length - before));
}

const stateRequests = (): number => here.simulator.requests.filter(({ operation }) => operation === 'state').length;

describe('the asking', () => {
	it.each([
		['25 seconds, where a poll may take minutes', undefined, 3],
		['25 seconds, where n8n does not say', 'unsaid', 3],
		['half of what n8n allows', 30 * SECOND, 2],
	] as const)('ends after %s; what was not asked stays due', async (_name, budget, requests) => {
		const one = trigger(here, { parameters: { options: { messagesPerRequest: 1 } }, ...(budget !== undefined && { budget }) });
		await one.poll();
		const sent = await send(here, [NEVER, NEVER, NEVER, NEVER, READ]);
		pass(here, 8 * HOUR);
		eachRequestTakes(10 * SECOND);
		await one.poll();
		expect(stateRequests()).toBe(requests);
		eachRequestTakes(0);

		expect(idsOf(await one.poll())).toEqual([sent[4]?.messageId]);
		expect(stateRequests()).toBe(5);
		expect(one.warnings).toEqual([]);
	});
});

describe('a poll n8n has given up', () => {
	it('emits nothing and moves no cursor, so that the next poll reports', async () => {
		const one = trigger(here, { budget: 45 * SECOND });
		await one.poll();
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);
		here.tables.before = ({ method }) => {
			if (method === 'PATCH') here.now += 23 * SECOND;
		};
		expect(await one.poll()).toEqual([]);
		here.tables.before = () => undefined;

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
		expect(await one.poll()).toEqual([]);
	});

	it('still says why the gateway could not be asked', async () => {
		const one = trigger(here, { budget: 45 * SECOND });
		await one.poll();
		await send(here, [NEVER]);
		here.simulator.faults.set({ fault: 'custom', operation: 'state', status: 403, body: '' });
		eachRequestTakes(46 * SECOND);

		await expect(one.poll()).rejects.toThrow('The gateway denied access');
	});

	it('emits nothing from the memory either, and forgets nothing', async () => {
		const one = trigger(here, { account: {}, budget: 45 * SECOND });
		await one.poll();
		const [sent] = await send(here, [READ], { store: 'memory' });
		pass(here, 8 * HOUR);
		eachRequestTakes(46 * SECOND);
		expect(await one.poll()).toEqual([]);
		eachRequestTakes(0);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
	});

	it('is one that took longer than allowed, not one that took just as long', async () => {
		const one = trigger(here, { account: {}, budget: 45 * SECOND });
		await one.poll();
		const [sent] = await send(here, [NOT_DELIVERED], { store: 'memory' });
		pass(here, 8 * HOUR);
		eachRequestTakes(45 * SECOND);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
	});
});
