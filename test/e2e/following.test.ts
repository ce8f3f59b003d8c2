import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { dig, textAt } from '../../demo/json';
import { makeCredential, publishSender, publishTrigger, reportsOf, sendThrough } from './workflows';
import type { World } from './world';
import { putUp, until } from './world';

const NOT_READ = { phone: '79990020001', contactId: 1 };
const LINK_OPENED = { phone: '79990360001', contactId: 2 };
const UNSUBSCRIBED = { phone: '79990370001', contactId: 3 };
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

describe('what subscribers do after delivery', () => {
	it('comes from the memory, each once, although n8n is killed in between; nobody else is told', async () => {
		const credential = await makeCredential(world, 'memory');
		await publishSender(world, credential, 'followed');
		const all = await publishTrigger(world, credential, { events: ['finalOutcome', 'read', 'linkOpened', 'unsubscribed'], followFor: 72 });
		const outcomes = await publishTrigger(world, credential);
		await sendThrough(world, 'followed', [NOT_READ, LINK_OPENED, UNSUBSCRIBED]);
		// Triggers begin a while after n8n says that they are active.
		await wait(15_000);
		world.simulator.clock.advance(5000);
		const ends = ['1 finalOutcome', '2 finalOutcome', '3 finalOutcome'];
		assert.deepEqual(await told(all, 3), ends);
		assert.deepEqual(await told(outcomes, 3), ends);
		world.simulator.clock.advance(HOUR);
		await world.restart('kill');

		assert.deepEqual(await told(all, 6), [...ends, '2 linkOpened', '2 read', '3 unsubscribed'].sort());
		assert.deepEqual(await told(outcomes, 3), ends);
	});
});
