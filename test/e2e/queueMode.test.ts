import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';

import { dig, listAt } from '../../demo/json';
import { queuePrograms } from './queue/programs';
import type { QueueWorld } from './queue/queueMode';
import { putUpQueue } from './queue/queueMode';
import { makeCredential, publishSender, publishTrigger, reportsOf, sendThrough } from './workflows';
import { until } from './world';

const CONTACTS = [
	{ phone: '79990010001', contactId: 1 },
	{ phone: '79990090001', contactId: 2 },
];

describe('n8n in queue mode, sending in a worker', async () => {
	const programs = await queuePrograms();
	if (typeof programs === 'string') {
		// In CI they have to be there: a skipped test proves nothing.
		it('has the programs it needs', { skip: process.env.CI_RUN_MARK === undefined ? programs : false }, () => assert.fail(programs));
		return;
	}
	const ends: (() => Promise<void>)[] = [];
	let world: QueueWorld;
	let memoryTrigger: string;
	before(async () => {
		world = await putUpQueue(programs, 600);
		ends.push(async () => await world.close());
	});
	after(async () => {
		for (const end of ends) await end();
	});

	it('in memory, the send succeeds and its execution says that no trigger will report', async () => {
		const credential = await makeCredential(world, 'memory');
		memoryTrigger = await publishTrigger(world, credential);
		const sender = await publishSender(world, credential, 'queue-memory');
		const sent = await sendThrough(world, 'queue-memory', CONTACTS);

		assert.deepEqual(
			sent.map(({ accepted }) => accepted),
			[true, true],
		);
		const hints = await until(
			async () => await hintsOf(sender),
			(found) => found.length > 0,
			20,
		);
		assert.match(String(dig(hints[0], 'message')), /No Cascade Messaging Trigger has run in this n8n process.*Data Table/);
	});

	it('with the data table, the trigger in the main reports every message with what was attached', async () => {
		const credential = await makeCredential(world, 'dataTable');
		await publishSender(world, credential, 'queue-table');
		const trigger = await publishTrigger(world, credential);
		const reading = await publishTrigger(world, credential, { events: ['read'] });
		const sent = await sendThrough(world, 'queue-table', CONTACTS);
		const reports = await until(
			async () => await reportsOf(world, trigger),
			(found) => found.length >= 2,
			150,
		);

		assert.deepEqual(
			sent.map(({ warning }) => warning),
			[undefined, undefined],
		);
		assert.match(await readFile(world.worker.logFile, 'utf8'), /Worker started execution/);
		// The same poll would have reported what was sent before, had it been seen.
		assert.deepEqual(await reportsOf(world, memoryTrigger), []);
		const told = reports.map(({ messageId, outcome, data }) => ({ messageId, outcome, data }));
		assert.deepEqual(told.sort(byContact), [
			{ messageId: sent[0]?.messageId, outcome: 'delivered', data: { contactId: 1 } },
			{ messageId: sent[1]?.messageId, outcome: 'notDelivered', data: { contactId: 2 } },
		]);
		const read = await until(
			async () => await reportsOf(world, reading),
			(found) => found.length > 0,
			90,
		);
		assert.deepEqual(
			read.map(({ messageId, event }) => ({ messageId, event })),
			[{ messageId: sent[0]?.messageId, event: 'read' }],
		);
	});

	/** What n8n shows above the output of Send, in the first execution of a workflow. */
	async function hintsOf(workflowId: string): Promise<unknown[]> {
		const executions = await world.session.api('GET', `/executions?workflowId=${workflowId}&includeData=true`);
		return listAt(executions, 'data', 0, 'data', 'resultData', 'runData', 'Send', 0, 'hints');
	}
});

function byContact(one: { data: unknown }, other: { data: unknown }): number {
	return Number(dig(one.data, 'contactId')) - Number(dig(other.data, 'contactId'));
}
