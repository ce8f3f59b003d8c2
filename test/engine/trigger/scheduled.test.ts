import type { IDataObject } from 'n8n-workflow';

import { anotherProcess } from './anotherProcess';
import { HOUR, idsOf, isoNow, MINUTE, NEVER, outcomesOf, pass, READ, rows, send, tableAccount, trigger, world } from './world';

const here = world();
const DAY = 24 * HOUR;

/** How often the gateway was asked for states so far. */
const questions = (): number => here.simulator.requests.filter(({ operation }) => operation === 'state').length;

/** The two stores: how a trigger and a sender name each. */
const stores = [
	['the data table', {}, {}],
	['the memory', { account: {} }, { store: 'memory' }],
] as const;

describe.each(stores)('a message that is scheduled, on %s', (_, activation, store) => {
	const sendIn = async (delay: number, phone = READ): Promise<IDataObject[]> =>
		await send(here, [phone], store, { sendAt: isoNow(here, delay) });

	it('is not asked about before it goes out, and reported then, with both moments', async () => {
		const one = trigger(here, activation);
		await one.poll();
		const [sentAt, sendAt] = [isoNow(here), isoNow(here, 10 * DAY)];
		const [sent] = await sendIn(10 * DAY);
		const asked = questions();
		for (const wait of [MINUTE, HOUR, 3 * DAY, 6 * DAY]) {
			pass(here, wait);
			expect(await one.poll()).toEqual([]);
		}
		expect(questions()).toBe(asked);
		pass(here, 10 * DAY - (MINUTE + HOUR + 9 * DAY));
		expect(await one.poll()).toEqual([]);
		expect(questions()).toBe(asked + 1);
		pass(here, 8 * HOUR);

		expect(await one.poll()).toMatchObject([{ messageId: sent?.messageId, outcome: 'delivered', sentAt, sendAt }]);
		expect(Date.parse(sent?.sendAt as string)).toBe(Date.parse(sendAt));
		expect(await one.poll()).toEqual([]);
	});

	it('is given up so long after it went out, and not before', async () => {
		const one = trigger(here, { ...activation, parameters: { giveUpAfter: 2 } });
		await one.poll();
		const [sent] = await sendIn(5 * HOUR, NEVER);
		const heard = [];
		for (const wait of [2 * HOUR, 3 * HOUR, 2 * HOUR - 1, 1, 0, 0]) {
			pass(here, wait);
			heard.push(outcomesOf(await one.poll()));
		}

		expect(heard.flat()).toEqual(['timeout']);
		expect(heard.slice(0, 3)).toEqual([[], [], []]);
		expect(sent?.messageId).toBeDefined();
	});

	it('comes beside others that were sent at once, each at its own time', async () => {
		const one = trigger(here, { ...activation, parameters: { giveUpAfter: 2 } });
		await one.poll();
		const sent = [...(await sendIn(5 * HOUR)), ...(await send(here, [NEVER], store)), ...(await sendIn(HOUR, NEVER))];
		const heard: unknown[][] = [];
		for (let hours = 0; hours < 14; hours += 1) {
			pass(here, HOUR);
			heard.push(idsOf(await one.poll()), idsOf(await one.poll()));
		}

		expect(heard.flat()).toEqual([sent[1]?.messageId, sent[2]?.messageId, sent[0]?.messageId]);
	});

	it('is reported after a restart of n8n, which asks nothing about it either', async () => {
		const before = trigger(here, { ...activation, workflowId: 'restarted' });
		await before.poll();
		const [sent] = await sendIn(10 * DAY);
		await before.poll();
		const staticData = JSON.parse(JSON.stringify(before.staticData)) as IDataObject;
		const asked = questions();
		const after = trigger(here, { ...activation, workflowId: 'restarted', staticData, node: anotherProcess() });
		pass(here, 4 * DAY);
		expect(await after.poll()).toEqual([]);
		expect(questions()).toBe(asked);
		pass(here, 6 * DAY + 8 * HOUR);

		expect(await after.poll()).toMatchObject([{ messageId: sent?.messageId, outcome: 'delivered' }]);
	});

	it('for a moment that has just passed counts from when it was sent', async () => {
		const one = trigger(here, { ...activation, parameters: { giveUpAfter: 0.01 } });
		await one.poll();
		const [sent] = await sendIn(-4 * MINUTE);
		expect(await one.poll()).toEqual([]);
		pass(here, 8 * HOUR);

		expect(await one.poll()).toMatchObject([{ messageId: sent?.messageId, outcome: 'delivered' }]);
	});
});

describe('a message that is scheduled', () => {
	it('stays in the data table until its time after going out is up, and its outcome is told', async () => {
		const one = trigger(here, { account: tableAccount(here, { keepForDays: 2 }) });
		await one.poll();
		const [sent] = await send(here, [READ], {}, { sendAt: isoNow(here, 10 * DAY) });
		await send(here, [READ]);
		pass(here, 5 * DAY);
		await one.poll();
		expect(idsOf(rows(here))).toEqual([sent?.messageId]);
		expect(rows(here)).toMatchObject([{ sentAt: isoNow(here, -5 * DAY), sendAt: isoNow(here, 5 * DAY) }]);
		pass(here, 5 * DAY + 8 * HOUR);
		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
		pass(here, 2 * DAY - 9 * HOUR);
		await one.poll();
		expect(rows(here)).toHaveLength(1);
		pass(here, 2 * HOUR);
		await one.poll();

		expect(rows(here)).toEqual([]);
	});

	it('waits in memory for a trigger that is activated before it goes out', async () => {
		const [sent] = await send(here, [READ], { store: 'memory' }, { sendAt: isoNow(here, DAY) });
		pass(here, DAY);
		const newcomer = trigger(here, { account: {} });
		expect(await newcomer.poll()).toEqual([]);
		pass(here, 8 * HOUR);

		expect(idsOf(await newcomer.poll())).toEqual([sent?.messageId]);
	});
});
