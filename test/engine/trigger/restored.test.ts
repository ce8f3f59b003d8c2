import type { IDataObject } from 'n8n-workflow';

import { HOUR, idsOf, NEVER, outcomesOf, pass, READ, send, trigger, world } from './world';

const here = world();
const memory = { account: {} };

/** What n8n saves of a trigger and gives back after a restart. */
const saved = ({ staticData }: { staticData: IDataObject }) => JSON.parse(JSON.stringify(staticData)) as IDataObject;

describe('what n8n saves of a trigger on the memory', () => {
	it('holds the messages that still wait, and all that is known of them', async () => {
		const one = trigger(here, memory);
		await one.poll();
		const sent = await send(here, [NEVER, READ], { store: 'memory' });
		pass(here, 8 * HOUR);
		await one.poll();

		expect(saved(one).waiting).toEqual([
			{
				messageId: sent[0]?.messageId,
				phone: NEVER,
				clientMessageId: null,
				campaignName: 'Autumn',
				sentAt: new Date(here.now - 8 * HOUR).toISOString(),
				sendAt: null,
				workflowId: 'w1',
				workflowName: 'Test workflow',
				executionId: '1',
				data: { contactId: 0 },
			},
		]);
	});

	it('is assigned anew when it has changed, for n8n does not notice a change inside of it, and only then', async () => {
		const one = trigger(here, memory);
		await one.poll();
		const before = one.staticData.waiting;
		await one.poll();
		expect(one.staticData.waiting).toBe(before);
		await send(here, [NEVER], { store: 'memory' });
		await one.poll();

		expect(before).toEqual([]);
		expect(one.staticData.waiting).toHaveLength(1);
	});

	it('is taken up after a restart, but for what is no message', async () => {
		const one = trigger(here, memory);
		await one.poll();
		const sent = await send(here, [READ], { store: 'memory' });
		await one.poll();
		const [message] = saved(one).waiting as IDataObject[];
		pass(here, 8 * HOUR);
		const damaged: unknown[] = [
			null,
			'text',
			[],
			{ ...message, messageId: 5 },
			{ ...message, messageId: 'a', sentAt: 7 },
			{ ...message, messageId: 'b', data: 'c' },
		];
		const afterRestart = 'mailbox of another process';
		const restarted = trigger(here, {
			...memory,
			credentialId: afterRestart,
			staticData: { waiting: [...damaged, message] as IDataObject[] },
		});

		expect(idsOf(await restarted.poll())).toEqual(idsOf(sent));
		expect(saved(restarted).waiting).toEqual([]);
	});

	it('may be nothing at all', async () => {
		const one = trigger(here, { ...memory, credentialId: 'unused', staticData: { waiting: 'nothing' } });
		await one.poll();

		expect(one.staticData.waiting).toEqual([]);
		expect(here.simulator.requests).toEqual([]);
	});
});

describe('a trigger that is activated later', () => {
	it('hears of nothing that was sent more than an hour before', async () => {
		await send(here, [READ], { store: 'memory' });
		pass(here, 5 * HOUR);

		expect(await trigger(here, memory).poll()).toEqual([]);
	});
});

describe('a message without a final state', () => {
	it('is given up only after the gateway was asked once its time was up', async () => {
		const one = trigger(here, { ...memory, parameters: { giveUpAfter: 2 } });
		await one.poll();
		await send(here, [NEVER], { store: 'memory' });
		pass(here, 2 * HOUR - 1000);
		await one.poll();
		pass(here, 1000);
		expect(await one.poll()).toEqual([]);

		expect(outcomesOf(await one.poll())).toEqual(['timeout']);
		expect(saved(one).waiting).toEqual([]);
		expect(await one.poll()).toEqual([]);
	});
});
