import { type FaultOrder, FAULTS } from '../../simulator';
import { meet } from './faultClient';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

describe('which requests a fault strikes', () => {
	async function statuses(count: number): Promise<(number | undefined)[]> {
		const found: (number | undefined)[] = [];
		for (let index = 0; index < count; index++) found.push((await meet(simulator)).status);
		return found;
	}

	it.each<[string, Partial<FaultOrder>, number[]]>([
		['always', {}, [500, 500, 500, 500, 500]],
		['the third', { nth: 3 }, [200, 200, 500, 200, 200]],
		['the next two', { next: 2 }, [500, 500, 200, 200, 200]],
		['none, by share', { share: 0 }, [200, 200, 200, 200, 200]],
		['those of JSON', { protocol: 'json' }, [500, 500, 500, 500, 500]],
		['those of XML', { protocol: 'xml' }, [200, 200, 200, 200, 200]],
		['sending', { operation: 'send' }, [500, 500, 500, 500, 500]],
		['asking for states', { operation: 'state' }, [200, 200, 200, 200, 200]],
	])('%s', async (_, order, expected) => {
		simulator.faults.set({ fault: 'status-500', ...order });
		expect(await statuses(5)).toEqual(expected);
		expect(simulator.faults.list()).toMatchObject([{ hits: expected.filter((status) => status === 500).length }]);
	});

	it('the nth counts only requests of its protocol and operation', async () => {
		simulator.faults.set({ fault: 'status-500', operation: 'state', nth: 2 });
		const ask = async () => (await meet(simulator, { login: 'demo', password: 'demo-password', state: [{ id_message: '1' }] })).status;
		expect([await ask(), (await meet(simulator)).status, await ask(), await ask()]).toEqual([200, 200, 500, 200]);
	});

	it('a fault can be cleared by its ID while another stays', async () => {
		const first = simulator.faults.set({ fault: 'status-500' });
		simulator.faults.set({ fault: 'status-502' });
		simulator.faults.clear(first);
		expect(await statuses(1)).toEqual([502]);
	});

	it.each<[string, FaultOrder, string]>([
		['an unknown fault', { fault: 'typhoon' }, '"fault" must be one of refuse,'],
		['nth and next', { fault: 'hang', nth: 1, next: 1 }, 'Give only one of "nth", "next" and "share".'],
		['acceptance before it reads', { fault: 'reset-before-body', accepted: true }, 'the messages are never accepted'],
		['a changed answer without acceptance', { fault: 'cut', accepted: false }, 'the messages are always accepted'],
		['a fraction above one', { fault: 'cut', fraction: 2 }, '"fraction" must be a number from 0 to 1.'],
	])('refuses an order with %s', (_, order, message) => {
		expect(() => simulator.faults.set(order)).toThrow(message);
	});
});

it('every fault has a name of its own and tells what it does', () => {
	expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
	for (const { about } of FAULTS) expect(about.length).toBeGreaterThan(10);
});

it('the log says which fault struck', async () => {
	simulator.faults.set({ fault: 'empty', accepted: true });
	await meet(simulator);
	expect(simulator.requests).toMatchObject([{ number: 1, outcome: 'fault', detail: 'empty', recipients: 3, accepted: 3, status: 200 }]);
});
