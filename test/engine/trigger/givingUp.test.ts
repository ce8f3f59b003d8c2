import type { Activation, ActiveTrigger } from './kit';
import { DENIED, HOUR, idsOf, MINUTE, NEVER, outcomesOf, pass, READ, rows, SECOND, send, SLOW, tableOf, trigger, world } from './world';

const here = world();

/** A trigger that has polled once. */
async function listening(activation: Activation = {}): Promise<ActiveTrigger> {
	const one = trigger(here, activation);
	await one.poll();
	here.tables.requests.length = 0;
	return one;
}

describe('Give Up After', () => {
	const hastily = { parameters: { giveUpAfter: 2 } };

	it('reports a message once as timed out, and keeps quiet when it becomes final later', async () => {
		const [hasty, patient] = [trigger(here, { parameters: { giveUpAfter: 0.5 } }), trigger(here)];
		await hasty.poll();
		await patient.poll();
		await send(here, [SLOW]);
		pass(here, HOUR / 2);
		expect(outcomesOf(await hasty.poll())).toEqual(['timeout']);
		expect(await patient.poll()).toEqual([]);
		pass(here, HOUR);

		expect(await hasty.poll()).toEqual([]);
		expect(outcomesOf(await patient.poll())).toEqual(['delivered']);
		expect(await hasty.poll()).toEqual([]);
	});

	it('says so of a message that never becomes final, after the time and not before', async () => {
		const one = trigger(here, hastily);
		await one.poll();
		const [sent] = await send(here, [NEVER]);
		pass(here, 2 * HOUR - 1);
		expect(await one.poll()).toEqual([]);
		pass(here, 1);

		expect(await one.poll()).toMatchObject([
			{
				messageId: sent?.messageId,
				outcome: 'timeout',
				final: true,
				state: 'send',
				changedAt: null,
				deliveredBy: null,
				engagement: null,
				channels: {},
				totalPrice: null,
				phone: NEVER,
				data: { contactId: 0 },
			},
		]);
		expect(await one.poll()).toEqual([]);
		expect(rows(here)).toMatchObject([{ outcome: 'inProgress', final: false }]);
	});

	it('waits for the gateway’s word: what it did not speak of since is not given up', async () => {
		const one = trigger(here, hastily);
		await one.poll();
		await send(here, [NEVER]);
		pass(here, 3 * HOUR);
		here.simulator.faults.set(DENIED);
		await expect(one.poll()).rejects.toThrow('The gateway denied access (HTTP 403)');
		here.simulator.faults.clear();

		expect(outcomesOf(await one.poll())).toEqual(['timeout']);
	});

	it('asks once more before it says so: what became final since the last time did not time out', async () => {
		const one = trigger(here, { parameters: { giveUpAfter: 0.75 } });
		await one.poll();
		await send(here, [SLOW]);
		pass(here, 45 * MINUTE - SECOND);
		expect(await one.poll()).toEqual([]);
		pass(here, SECOND);

		expect(outcomesOf(await one.poll())).toEqual(['delivered']);
	});

	it('asks again at once about what was last asked before its time was up', async () => {
		const one = trigger(here, hastily);
		await one.poll();
		await send(here, [NEVER]);
		pass(here, 2 * HOUR - SECOND);
		expect(await one.poll()).toEqual([]);
		pass(here, SECOND);

		expect(outcomesOf(await one.poll())).toEqual(['timeout']);
	});
});

describe('giving up several messages', () => {
	const singly = { parameters: { giveUpAfter: 2, options: { messagesPerRequest: 1 } } };

	it('goes as far as the gateway spoke: a message behind a silent one waits, one before it does not', async () => {
		const one = await listening(singly);
		const sent = [];
		for (let i = 0; i < 3; i++) {
			sent.push(...(await send(here, [NEVER])));
			pass(here, MINUTE);
		}
		pass(here, 2 * HOUR);
		here.simulator.faults.set({ ...DENIED, nth: 2 });

		expect(idsOf(await one.poll())).toEqual([sent[0]?.messageId]);
		expect(idsOf(await one.poll())).toEqual([sent[1]?.messageId, sent[2]?.messageId]);
		expect(await one.poll()).toEqual([]);
	});

	it('does not go past the first silent message where there are several', async () => {
		const one = await listening(singly);
		const sent = [];
		for (let i = 0; i < 3; i++) {
			sent.push(...(await send(here, [NEVER])));
			pass(here, MINUTE);
		}
		pass(here, 2 * HOUR);
		here.simulator.faults.set({ ...DENIED, nth: 1 });
		here.simulator.faults.set({ ...DENIED, nth: 3 });
		await expect(one.poll()).rejects.toThrow('HTTP 403');

		expect(idsOf(await one.poll())).toEqual(idsOf(sent));
	});

	it('does not go past a silent message that was sent in the same moment', async () => {
		const one = await listening(singly);
		const sent = await send(here, [NEVER, NEVER]);
		pass(here, 2 * HOUR);
		here.simulator.faults.set({ ...DENIED, nth: 2 });
		await expect(one.poll()).rejects.toThrow('HTTP 403');

		expect(idsOf(await one.poll())).toEqual(idsOf(sent));
	});

	describe('takes messages in the order of sending, whatever their order in the table:', () => {
		const inWrongOrder = async (): Promise<unknown[]> => {
			await send(here, [NEVER]);
			pass(here, MINUTE);
			await send(here, [NEVER]);
			const [first, second] = tableOf(here)?.rows ?? [];
			const moments = [first?.cells.sentAt, second?.cells.sentAt];
			Object.assign(first?.cells ?? {}, { sentAt: moments[1] });
			Object.assign(second?.cells ?? {}, { sentAt: moments[0] });
			return [first?.cells.messageId, second?.cells.messageId];
		};

		it('one after the other', async () => {
			const one = await listening(singly);
			const [later, earlier] = await inWrongOrder();
			pass(here, 2 * HOUR - MINUTE);
			expect(idsOf(await one.poll())).toEqual([earlier]);
			pass(here, MINUTE);

			expect(idsOf(await one.poll())).toEqual([later]);
		});

		it('both at once', async () => {
			const one = await listening(singly);
			const both = await inWrongOrder();
			pass(here, 2 * HOUR);

			expect(idsOf(await one.poll())).toEqual(both);
			expect(await one.poll()).toEqual([]);
		});
	});

	it('says nothing of messages that were too old when the trigger was activated', async () => {
		await trigger(here).poll();
		await send(here, [NEVER]);
		pass(here, 3 * HOUR);
		const newcomer = trigger(here, singly);

		expect(await newcomer.poll()).toEqual([]);
		expect(await newcomer.poll()).toEqual([]);
	});

	it('comes in one poll with outcomes of others', async () => {
		const one = await listening(singly);
		await send(here, [NEVER]);
		pass(here, 2 * HOUR);
		await send(here, [READ]);
		here.simulator.clock.advance(HOUR);

		expect(outcomesOf(await one.poll()).sort()).toEqual(['delivered', 'timeout']);
	});
});
