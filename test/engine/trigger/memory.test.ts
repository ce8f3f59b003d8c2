import type { IDataObject } from 'n8n-workflow';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf, send } from '../send/kit';
import { activate } from './kit';
import { DENIED } from './world';

const HOUR = 3_600_000;
const READ = '79990010001';
const FALLS_TO_SMS = '79990060001';
const NOT_DELIVERED = '79990090001';
const NEVER = '79990140001';

let simulator: Simulator;
let realNow: () => number;
let later: number;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
	realNow = Date.now.bind(Date);
	later = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + later);
});
afterEach(async () => {
	// Each test empties what it left for triggers: the mailbox lives as long as the process.
	jest.restoreAllMocks();
	await Promise.resolve();
});

/** Lets time pass, on the clock of n8n and on that of the gateway. */
function pass(milliseconds: number): void {
	later += milliseconds;
	simulator.clock.advance(milliseconds);
}

const fresh = (): string => `w${Math.random()}`;
const contact = (phone: string) => ({
	items: [{ phone, id: 7 }],
	options: { campaignName: 'Autumn', attachDataJson: '={{ { contactId: $json.id } }}' },
});

/** A trigger that has polled once, and so hears of what is sent from now on. */
async function listening(activation: Parameters<typeof activate>[1] = {}) {
	const trigger = activate(simulator, { workflowId: fresh(), ...activation });
	await trigger.poll();
	return trigger;
}

/** The reports on messages of this test: others may still wait from the tests before. */
const about = (ids: unknown[], reports: { messageId?: unknown }[]) => reports.filter(({ messageId }) => ids.includes(messageId));

it('reports a message once, when it reaches its final state, with what the sender attached', async () => {
	const trigger = await listening();
	const [sent] = jsonOf(await send(simulator, contact(FALLS_TO_SMS)));
	const early = await trigger.poll();
	pass(2 * HOUR);
	const reports = about([sent?.messageId], await trigger.poll());
	pass(HOUR);

	expect(about([sent?.messageId], early)).toEqual([]);
	expect(reports).toMatchObject([
		{
			messageId: sent?.messageId,
			outcome: 'delivered',
			final: true,
			deliveredBy: 'sms',
			phone: FALLS_TO_SMS,
			clientMessageId: null,
			campaignName: 'Autumn',
			sentBy: { workflowId: 'w1', workflowName: 'Test workflow', executionId: '1' },
			data: { contactId: 7 },
		},
	]);
	expect(about([sent?.messageId], await trigger.poll())).toEqual([]);
});

it('reports to each of two triggers', async () => {
	const [one, two] = [await listening(), await listening()];
	const [sent] = jsonOf(await send(simulator, contact(READ)));
	pass(2 * HOUR);

	expect(about([sent?.messageId], await one.poll())).toHaveLength(1);
	expect(about([sent?.messageId], await two.poll())).toHaveLength(1);
});

it('reports what was sent shortly before it was activated', async () => {
	const [sent] = jsonOf(await send(simulator, contact(READ)));
	pass(HOUR / 2);
	const trigger = activate(simulator, { workflowId: fresh() });

	expect(about([sent?.messageId], await trigger.poll())).toHaveLength(1);
});

it('reports only the outcomes and the campaign it is set to', async () => {
	const notDelivered = await listening({ parameters: { outcomes: ['notDelivered', 'expired'] } });
	const spring = await listening({ parameters: { campaignName: 'Spring' } });
	const autumn = await listening({ parameters: { campaignName: 'Autumn' } });
	const [good] = jsonOf(await send(simulator, contact(READ)));
	const [bad] = jsonOf(await send(simulator, contact(NOT_DELIVERED)));
	const ids = [good?.messageId, bad?.messageId];
	pass(6 * HOUR);

	expect(about(ids, await notDelivered.poll()).map(({ messageId }) => messageId)).toEqual([bad?.messageId]);
	expect(about(ids, await spring.poll())).toEqual([]);
	expect(about(ids, await autumn.poll())).toHaveLength(2);
});

it('gives up after the time set, and says so', async () => {
	const trigger = await listening({ parameters: { giveUpAfter: 2 } });
	const [sent] = jsonOf(await send(simulator, contact(NEVER)));
	pass(1.9 * HOUR);
	const before = await trigger.poll();
	pass(0.2 * HOUR);

	expect(about([sent?.messageId], before)).toEqual([]);
	expect(about([sent?.messageId], await trigger.poll())).toMatchObject([
		{ outcome: 'timeout', final: true, deliveredBy: null, data: { contactId: 7 } },
	]);
	expect(about([sent?.messageId], await trigger.poll())).toEqual([]);
});

it('restores from what n8n saved what it was waiting for', async () => {
	const trigger = await listening();
	const [sent] = jsonOf(await send(simulator, contact(READ)));
	await trigger.poll();
	const saved = JSON.parse(JSON.stringify(trigger.staticData)) as IDataObject;
	pass(2 * HOUR);
	const restarted = activate(simulator, { workflowId: fresh(), staticData: saved });

	expect(about([sent?.messageId], await restarted.poll())).toMatchObject([{ data: { contactId: 7 } }]);
});

it('loses nothing when the gateway fails: what could not be asked is asked again', async () => {
	const trigger = await listening();
	const [sent] = jsonOf(await send(simulator, contact(READ)));
	pass(2 * HOUR);
	simulator.faults.set({ ...DENIED, next: 1 });

	await expect(trigger.poll()).rejects.toThrow('The states of waiting messages could not be asked; they will be asked again.');
	expect(about([sent?.messageId], await trigger.poll())).toHaveLength(1);
});

describe('the cost', () => {
	it('of a message grows less with its age', async () => {
		const trigger = await listening();
		const [sent] = jsonOf(await send(simulator, contact(NEVER)));
		const asked = async (minutes: number): Promise<number> => {
			const first = simulator.requests.length;
			for (let minute = 0; minute < minutes; minute++) {
				pass(60_000);
				await trigger.poll();
			}
			return simulator.requests.slice(first).filter(({ body }) => body.includes(JSON.stringify(sent?.messageId))).length;
		};
		expect(await asked(20)).toBe(20);
		pass(2 * HOUR);
		expect(await asked(60)).toBe(6);
		pass(24 * HOUR);
		expect(await asked(120)).toBe(2);
	});

	it('of many messages is one request for each 500', async () => {
		const trigger = await listening();
		const items = Array.from({ length: 1200 }, (_, index) => ({ phone: String(79990140000 + index) }));
		await send(simulator, { items });
		simulator.reset();
		pass(60_000);
		await trigger.poll();

		expect(simulator.requests.map(({ recipients }) => recipients).slice(0, 2)).toEqual([500, 500]);
		expect(simulator.requests.length).toBeLessThan(6);
	});
});

describe('a test in the editor', () => {
	it('shows the last message there is, and changes nothing', async () => {
		const trigger = await listening();
		const [sent] = jsonOf(await send(simulator, contact(READ)));
		pass(2 * HOUR);
		const shown = await activate(simulator, { workflowId: fresh(), mode: 'manual' }).poll();

		expect(shown).toMatchObject([{ messageId: sent?.messageId, outcome: 'delivered', data: { contactId: 7 } }]);
		expect(about([sent?.messageId], await trigger.poll())).toHaveLength(1);
	});
});
