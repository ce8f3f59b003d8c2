import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { dig, listAt, textAt } from '../../demo/json';
import { CURSOR_COLUMNS } from '../../nodes/CascadeMessaging/tracking/dataTable/cursorTable';
import { MESSAGE_COLUMNS } from '../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import { makeCredential, publishSender, publishTrigger, reportsOf, sendThrough } from './workflows';
import type { World } from './world';
import { putUp, until } from './world';

const NOT_READ = { phone: '79990020001', contactId: 1 };
const LINK_OPENED = { phone: '79990360001', contactId: 2 };
const UNSUBSCRIBED = { phone: '79990370001', contactId: 3 };
const TABLE = 'followed';
const HOUR = 3_600_000;

let world: World;
before(async () => {
	world = await putUp(0);
});
after(async () => await world.close());

/** What a trigger has emitted, each as `contact event`; after so many items, or the seconds are over. */
async function told(workflowId: string, count: number, seconds = 150): Promise<string[]> {
	const reports = await until(
		async () => await reportsOf(world, workflowId),
		(found) => found.length >= count,
		seconds,
	);
	return reports.map((report) => `${String(dig(report, 'data', 'contactId'))} ${textAt(report, 'event')}`).sort();
}

async function rowOf(messageId: unknown): Promise<unknown> {
	const tables = await world.session.api('GET', `/data-tables?filter=${encodeURIComponent(JSON.stringify({ name: TABLE }))}`);
	const table = listAt(tables, 'data').find((one) => dig(one, 'name') === TABLE);
	const rows = await world.session.api('GET', `/data-tables/${textAt(table, 'id')}/rows`);
	return listAt(rows, 'data').find((row) => dig(row, 'messageId') === messageId);
}

describe('what subscribers do after delivery', () => {
	it('comes from both stores, each once, although n8n is killed in between; nobody else is told', async () => {
		// As an older version has made them: they get their further columns from n8n.
		await world.session.api('POST', '/data-tables', { name: TABLE, columns: MESSAGE_COLUMNS });
		await world.session.api('POST', '/data-tables', { name: `${TABLE}_triggers`, columns: CURSOR_COLUMNS });
		const events = ['finalOutcome', 'read', 'linkOpened', 'unsubscribed'];
		const stores: { all: string; outcomes: string; links: string; sent: Record<string, unknown>[] }[] = [];
		for (const store of ['memory', 'dataTable'] as const) {
			const credential = await makeCredential(world, store, { dataTableName: TABLE });
			await publishSender(world, credential, `followed-${store}`);
			const all = await publishTrigger(world, credential, { events, followFor: 72 });
			const outcomes = await publishTrigger(world, credential);
			const links = await publishTrigger(world, credential, { events: ['linkOpened'], followFor: 72 });
			const sent = await sendThrough(world, `followed-${store}`, [NOT_READ, LINK_OPENED, UNSUBSCRIBED]);
			stores.push({ all, outcomes, links, sent });
		}
		// Triggers begin a while after n8n says that they are active, and hear of what is delivered after that.
		await wait(15_000);
		world.simulator.clock.advance(5000);
		const ends = ['1 finalOutcome', '2 finalOutcome', '3 finalOutcome'];
		for (const { all, outcomes } of stores) {
			assert.deepEqual(await told(all, 3), ends);
			assert.deepEqual(await told(outcomes, 3), ends);
		}
		// The poll after an emission shows that n8n lived on: a kill before it would let these come again.
		await wait(70_000);
		world.simulator.clock.advance(HOUR);
		await world.restart('kill');

		for (const { all, outcomes } of stores) {
			assert.deepEqual(await told(all, 6), [...ends, '2 linkOpened', '2 read', '3 unsubscribed'].sort());
			assert.deepEqual(await told(outcomes, 3), ends);
		}
		// In memory a kill takes what n8n has not saved, and it saves with what is emitted.
		assert.deepEqual(await told(stores[1]?.links ?? '', 1), ['2 linkOpened']);
		const [notRead, opened, unsubscribed] = await Promise.all((stores[1]?.sent ?? []).map(async ({ messageId }) => await rowOf(messageId)));
		assert.match(textAt(opened, 'linkOpened'), /^\d{4}-\d\d-\d\dT.*Z$/);
		assert.equal(dig(opened, 'read'), dig(opened, 'linkOpened'));
		assert.match(textAt(unsubscribed, 'unsubscribed'), /Z$/);
		assert.deepEqual([dig(unsubscribed, 'read'), dig(notRead, 'read'), dig(notRead, 'unsubscribed')], [null, null, null]);
	});
});
