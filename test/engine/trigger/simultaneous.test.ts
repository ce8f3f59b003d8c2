import { EventEmitter, once } from 'node:events';

import { Refusal } from '../../support/tables/refusal';
import { calls, send, trigger, world } from './world';

const here = world();

describe('polls at the same time', () => {
	/** Holds the next request to the tables until it is let go. */
	function hold(): { reached: Promise<unknown>; letGo: () => void } {
		const [gate, arrival] = [new EventEmitter(), new EventEmitter()];
		const isOpen = once(gate, 'open');
		here.tables.before = async () => {
			here.tables.before = () => undefined;
			arrival.emit('here');
			await isOpen;
		};
		return {
			reached: once(arrival, 'here'),
			letGo: () => {
				gate.emit('open');
			},
		};
	}

	it('of one trigger: the second does nothing, so that a poll longer than the interval is not run twice', async () => {
		const one = trigger(here);
		await one.poll();
		calls(here);
		const { reached, letGo } = hold();
		const first = one.poll();
		await reached;

		await expect(one.poll()).resolves.toEqual([]);
		expect(calls(here)).toEqual(['GET']);
		letGo();
		await first;
		calls(here);
		await one.poll();
		expect(calls(here)).toContain('GET /ID/rows');
	});

	it('of one account wait for each other: they share its waiting messages', async () => {
		const [one, two] = [trigger(here), trigger(here)];
		await one.poll();
		await two.poll();
		calls(here);
		const { reached, letGo } = hold();
		const both = [one.poll(), two.poll()];
		await reached;
		await send(here, []);

		expect(calls(here)).toEqual(['GET']);
		letGo();
		await Promise.all(both);
		expect(calls(here)).toEqual(['GET', 'GET /ID/rows', 'GET /ID/rows', 'GET', 'GET', 'GET /ID/rows', 'GET /ID/rows']);
	});

	it('of one account: one that fails does not keep the next from polling', async () => {
		const [one, two] = [trigger(here), trigger(here)];
		await one.poll();
		await two.poll();
		const { reached, letGo } = hold();
		const first = one.poll();
		const second = two.poll();
		await reached;
		here.tables.before = ({ path }) => {
			if (path !== '') here.tables.before = () => undefined;
			if (path !== '') throw new Refusal(500, 'Internal server error');
		};
		letGo();

		await expect(first).rejects.toThrow('n8n refuses what the data table was asked. It says: Internal server error');
		await expect(second).resolves.toEqual([]);
	});

	it('of two accounts do not wait', async () => {
		const [one, other] = [trigger(here), trigger(here, { credentialId: 'another' })];
		await one.poll();
		await other.poll();
		const { reached, letGo } = hold();
		const held = one.poll();
		await reached;

		await expect(other.poll()).resolves.toEqual([]);
		letGo();
		await held;
	});
});
