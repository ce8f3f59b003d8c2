import type { IDataObject } from 'n8n-workflow';

import { Refusal } from '../../support/tables/refusal';
import { runNode } from '../harness';
import { sendCanvas } from '../send/kit';
import { calls, HOUR, idsOf, pass, READ, rows, send, tableAccount, trigger, world } from './world';

const here = world();
const STOP_LISTED = '79990170001';

/** Sends with a client number and nothing else that could be handed over. */
async function sendNumbered(account: IDataObject): Promise<void> {
	const canvas = sendCanvas(here.simulator, { account: account as never, items: [{ phone: READ }] });
	await runNode({ ...canvas, parameters: { ...canvas.parameters, clientMessageIdFrom: 'number', clientMessageNumber: '111' } });
}

describe.each([
	['the memory', () => ({ store: 'memory' })],
	['a data table', () => tableAccount(here)],
])('a message handed over by way of %s', (_name, account) => {
	it('carries who sent it, in which execution, with which client number', async () => {
		const one = trigger(here, { account: account() });
		await one.poll();
		await sendNumbered(account());
		const sentAt = new Date(here.now).toISOString();
		pass(here, 8 * HOUR);

		expect(await one.poll()).toMatchObject([
			{
				phone: READ,
				clientMessageId: '111',
				campaignName: null,
				sentAt,
				sentBy: { workflowId: 'w1', workflowName: 'Test workflow', executionId: '1' },
				data: {},
			},
		]);
	});
});

describe('handing over', () => {
	it('asks nobody when nothing was accepted', async () => {
		await send(here, [STOP_LISTED]);

		expect(here.simulator.requests).toHaveLength(1);
		expect(calls(here)).toEqual([]);
	});

	it('adds 2,000 rows at once, and more with a second request', async () => {
		const result = await send(
			here,
			Array.from({ length: 500 }, () => READ),
		);
		expect(result).toHaveLength(500);
		expect(calls(here).filter((call) => call === 'POST /ID/rows')).toHaveLength(1);
		expect(rows(here)).toHaveLength(500);
		expect(idsOf(rows(here))).toEqual(idsOf(result));
	});

	it('looks the tables up once a run, not for each request', async () => {
		await trigger(here).poll();
		calls(here);
		const result = await send(here, [READ, READ, READ], {}, { recipientsPerRequest: 1 });

		expect(here.simulator.requests).toHaveLength(3);
		expect(calls(here)).toEqual(['GET', 'GET', 'POST /ID/rows', 'POST /ID/rows', 'POST /ID/rows']);
		expect(idsOf(rows(here))).toEqual(idsOf(result));
	});

	it('goes on with new tables when somebody deletes them in the middle of a run', async () => {
		await trigger(here).poll();
		calls(here);
		const before = { adding: 0 };
		here.tables.before = ({ method, path }) => {
			if (method !== 'POST' || !path.endsWith('/rows') || ++before.adding !== 2) return;
			for (const { id } of here.tables.database.containing(here.table)) here.tables.database.drop(id);
		};
		const result = await send(here, [READ, READ, READ], {}, { recipientsPerRequest: 1 });

		expect(calls(here)).toEqual([
			...['GET', 'GET', 'POST /ID/rows'],
			...['POST /ID/rows', 'GET', 'GET', 'POST', 'POST', 'POST /ID/rows'],
			'POST /ID/rows',
		]);
		expect(result.filter(({ warning }) => warning !== undefined)).toEqual([]);
		expect(idsOf(rows(here))).toEqual(idsOf(result.slice(1)));
	});

	it('warns at every message of the request when the table cannot be written, and the messages go out', async () => {
		here.tables.before = ({ path }) => {
			if (path.endsWith('/rows')) throw new Refusal(500, 'Internal server error');
		};
		const items = await send(here, [READ, READ]);
		const warning = 'Not tracked, so no trigger will report it. n8n refuses what the data table was asked. It says: Internal server error';

		expect(items).toMatchObject([
			{ accepted: true, warning },
			{ accepted: true, warning },
		]);
		expect(here.simulator.messages).toHaveLength(2);
	});
});
