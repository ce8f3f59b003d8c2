import { request } from 'node:http';
import { connect } from 'node:net';

import { type FaultOrder, startSimulator } from '../../simulator';
import { DOCUMENT, giveUpSoon, meet, recipients, RIGHT } from './faultClient';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

describe('faults of the connection', () => {
	it.each<[string, FaultOrder, string, number]>([
		['refuse', { fault: 'refuse', seconds: 0 }, 'ECONNREFUSED', 0],
		['reset-before-body', { fault: 'reset-before-body' }, 'reset', 0],
		['reset-during-body', { fault: 'reset-during-body' }, 'reset', 0],
		['reset-during-body, of sending', { fault: 'reset-during-body', operation: 'send' }, 'reset', 0],
		['reset-after-body', { fault: 'reset-after-body' }, 'reset', 3],
		['reset-after-body, not accepted', { fault: 'reset-after-body', accepted: false }, 'reset', 0],
		['reset-during-answer', { fault: 'reset-during-answer' }, 'reset', 3],
		['hang', { fault: 'hang' }, 'hung', 3],
		['hang, not accepted', { fault: 'hang', accepted: false }, 'hung', 0],
		['drip', { fault: 'drip', fraction: 0.1 }, 'hung', 3],
		['slow', { fault: 'slow', seconds: 9 }, 'hung', 3],
	])('%s', async (_, order, broken, accepted) => {
		simulator.faults.set(order);
		const resets = ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'];
		const patience = broken === 'hung' ? giveUpSoon(simulator) : undefined;
		expect(broken === 'reset' ? resets : [broken]).toContain((await meet(simulator, DOCUMENT, patience)).broken);
		expect(simulator.messages).toHaveLength(accepted);
		expect(simulator.requests).toHaveLength(broken === 'ECONNREFUSED' ? 0 : 1);
	});

	it('slow answers rightly in the end', async () => {
		simulator.faults.set({ fault: 'slow', seconds: 0.05 });
		const before = performance.now();
		expect(await recipients(simulator)).toEqual(RIGHT);
		expect(performance.now() - before).toBeGreaterThan(45);
	});

	it('slow leaves no timer behind when the simulator closes', async () => {
		const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
		const other = await startSimulator();
		other.faults.set({ fault: 'slow', seconds: 3600 });
		request(`${other.url}/sendmessage.php`, { agent: false })
			.on('error', () => undefined)
			.end();
		while (other.requests.at(-1)?.outcome !== 'fault') await new Promise((resolve) => setTimeout(resolve, 5));
		const before = timers();
		await other.close();
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(timers()).toBeLessThan(before);
	});

	it('counts connections, those that bring no request too', async () => {
		const before = simulator.connections;
		await new Promise<void>((resolve) => {
			const socket = connect(simulator.port, '127.0.0.1', () => socket.end());
			socket.resume().on('close', () => resolve());
		});
		expect(simulator.connections).toBe(before + 1);
		expect(simulator.requests).toHaveLength(0);
	});

	it('counts the connections that wait for the rest of an answer', async () => {
		simulator.faults.set({ fault: 'drip' });
		const stop = new AbortController();
		const met = meet(simulator, DOCUMENT, stop.signal);
		while (simulator.requests.at(-1)?.outcome !== 'fault') await new Promise((resolve) => setTimeout(resolve, 5));
		expect(simulator.waiting).toBe(1);
		stop.abort();
		await met;
		while (simulator.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 5));
	});

	it.each(['drip', 'reset-during-answer'])('%s: the log holds the part of the answer that was sent', async (fault) => {
		simulator.faults.set({ fault, fraction: 0.2 });
		await meet(simulator, DOCUMENT, giveUpSoon(simulator));
		const answer = simulator.requests[0]?.answer;
		simulator.reset();
		const { text = '' } = await meet(simulator);
		expect(answer).toBe(text.slice(0, Math.floor(text.length * 0.2)));
	});

	it('huge sends as much as it was told to', async () => {
		simulator.faults.set({ fault: 'huge', megabytes: 2 });
		expect((await meet(simulator)).text?.length).toBeGreaterThan(2 * 1024 * 1024);
	});

	it('refuse ends by itself, and when it is cleared', async () => {
		// The connection of the test before may not be idle yet, and would be used again.
		await new Promise((resolve) => setTimeout(resolve, 50));
		simulator.faults.set({ fault: 'refuse', seconds: 0.3 });
		expect((await meet(simulator)).broken).toBe('ECONNREFUSED');
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect((await meet(simulator)).status).toBe(200);
		simulator.faults.set({ fault: 'refuse', seconds: 0 });
		expect((await meet(simulator)).broken).toBe('ECONNREFUSED');
		simulator.faults.clear();
		expect((await meet(simulator)).status).toBe(200);
	});

	it('refuse can begin with the third request', async () => {
		simulator.faults.set({ fault: 'refuse', nth: 3, seconds: 0 });
		expect([(await meet(simulator)).status, (await meet(simulator)).status, (await meet(simulator)).broken]).toEqual([
			200,
			200,
			'ECONNREFUSED',
		]);
	});
});
