import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { dig, listAt, textAt } from '../../demo/json';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { Credential } from './workflows';
import { makeCredential, publishSender, publishTrigger, reportsOf, sendThrough } from './workflows';
import type { World } from './world';
import { putUp, until } from './world';

const DELIVERED = '79990010001';
const NOT_DELIVERED = '79990090001';
const AFTER_45_MINUTES = '79990130001';
const HOUR = 3_600_000;

let world: World;
before(async () => {
	world = await putUp(600);
});
after(async () => await world.close());

const idsOf = (items: readonly Record<string, unknown>[]): unknown[] => items.map(({ messageId }) => messageId).sort();

/** Waits until a trigger has emitted so many reports, then a poll longer: none may come twice. */
async function reports(workflowId: string, count: number, seconds = 150): Promise<Record<string, unknown>[]> {
	return await until(
		async () => await reportsOf(world, workflowId),
		(found) => found.length >= count,
		seconds,
	);
}

const campaign = (count: number): { phone: string; contactId: number }[] =>
	Array.from({ length: count }, (_, index) => ({ phone: String(79990120000 + index), contactId: index }));

describe('a form sends, another workflow hears of the outcome', { concurrency: true }, () => {
	for (const store of ['memory', 'dataTable'] as const) {
		it(`with both triggers, each with what the sender attached: ${store}`, async () => {
			const credential = await makeCredential(world, store, { dataTableName: `both_${store}` });
			await publishSender(world, credential, `both-${store}`);
			const triggers = [
				await publishTrigger(world, credential),
				await publishTrigger(world, credential, { outcomes: ['notDelivered', 'expired'] }),
			] as const;
			const sent = await sendThrough(world, `both-${store}`, [
				{ phone: DELIVERED, contactId: 1 },
				{ phone: NOT_DELIVERED, contactId: 2 },
			]);

			const all = await reports(triggers[0], 2);
			const bad = await reports(triggers[1], 1);
			assert.deepEqual(idsOf(all), idsOf(sent));
			const byOutcome: Partial<Record<string, Record<string, unknown>>> = Object.fromEntries(all.map((one) => [String(one.outcome), one]));
			assert.deepEqual(byOutcome.delivered?.data, { contactId: 1 });
			assert.deepEqual(byOutcome.notDelivered?.data, { contactId: 2 });
			assert.equal(byOutcome.delivered.phone, DELIVERED);
			assert.equal(byOutcome.delivered.campaignName, 'Form');
			assert.match(String(dig(byOutcome.delivered, 'sentBy', 'workflowName')), /^Sender both-/);
			assert.deepEqual(
				bad.map(({ outcome }) => outcome),
				['notDelivered'],
			);
		});
	}

	it('survives a new name of the trigger, and a deactivation', async () => {
		const credential = await makeCredential(world, 'dataTable', { dataTableName: 'renamed' });
		await publishSender(world, credential, 'renamed');
		const trigger = await publishTrigger(world, credential);
		const sent = await sendThrough(world, 'renamed', campaign(3));
		await world.session.api('POST', `/workflows/${trigger}/deactivate`);
		await rename(trigger, credential);
		await world.session.api('POST', `/workflows/${trigger}/activate`);

		assert.deepEqual(idsOf(await reports(trigger, 3)), idsOf(sent));
	});
});

describe('a message that goes out later', () => {
	// A gateway whose clock goes as ours: it holds the message back as long as n8n believes.
	let gateway: Simulator;
	before(async () => {
		gateway = await startSimulator({ speed: 1 });
	});
	after(async () => await gateway.close());

	it('is asked about by the wait and by the trigger once it is out, and reported with its time', async () => {
		const credential = await makeCredential(world, 'dataTable', { dataTableName: 'later', host: gateway.url });
		const trigger = await publishTrigger(world, credential);
		const sendAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 + 2 * 60_000).toISOString();
		await publishSender(world, credential, 'later', { sendAt });
		await publishSender(world, credential, 'later-waiting', { sendAt, waitForFinalStates: 5 });
		const [sent] = await sendThrough(world, 'later', [{ phone: DELIVERED, contactId: 7 }]);
		const [waited] = await sendThrough(world, 'later-waiting', [{ phone: NOT_DELIVERED, contactId: 8 }]);

		assert.deepEqual([sent?.accepted, Date.parse(String(sent?.sendAt))], [true, Date.parse(sendAt)]);
		assert.deepEqual([waited?.outcome, Date.parse(String(waited?.sendAt))], ['notDelivered', Date.parse(sendAt)]);
		const all = await reports(trigger, 2, 200);
		assert.deepEqual(
			all.map((one) => [one.phone, one.outcome, Date.parse(String(one.sendAt))]).sort(),
			[
				[DELIVERED, 'delivered', Date.parse(sendAt)],
				[NOT_DELIVERED, 'notDelivered', Date.parse(sendAt)],
			].sort(),
		);
		const asked = gateway.requests.filter(({ operation }) => operation === 'state').map(({ time }) => time);
		assert.ok(asked.length >= 2 && asked.every((time) => Date.parse(time) >= Date.parse(sendAt)), `${sendAt}: ${asked.join(', ')}`);
	});
});

describe('the data table', () => {
	it('is readable for people: a row for each message', async () => {
		const credential = await makeCredential(world, 'dataTable', { dataTableName: 'readable' });
		await publishSender(world, credential, 'readable');
		await sendThrough(world, 'readable', [{ phone: DELIVERED, contactId: 5 }]);
		const tables = await world.session.api('GET', '/data-tables?limit=100');
		const table = listAt(tables, 'data').find((one) => dig(one, 'name') === 'readable');
		const rows = await world.session.api('GET', `/data-tables/${textAt(table, 'id')}/rows`);

		const [row] = listAt(rows, 'data');
		assert.equal(dig(row, 'phone'), DELIVERED);
		assert.equal(dig(row, 'campaign'), 'Form');
		assert.equal(dig(row, 'outcome'), 'inProgress');
		assert.equal(dig(row, 'data'), '{"contactId":5}');
	});

	for (const [what, changes, words] of [
		['a wrong API key', { n8nApiKey: 'wrong' }, 'n8n does not accept the API key'],
		['an n8n that is not there', { n8nUrl: 'http://127.0.0.1:1' }, 'n8n cannot be reached'],
		['a URL that is no n8n', { n8nUrl: 'SIMULATOR' }, 'Not tracked'],
	] as const) {
		it(`does not stop a send when it cannot be written: ${what}`, async () => {
			const told = Object.fromEntries(
				Object.entries(changes).map(([name, value]) => [name, value === 'SIMULATOR' ? `${world.simulator.url}/no-n8n` : value]),
			);
			const path = `warned-${words.length}`;
			const credential = await makeCredential(world, 'dataTable', told);
			await publishSender(world, credential, path);
			const [sent] = await sendThrough(world, path, [{ phone: DELIVERED, contactId: 6 }]);

			assert.equal(sent?.accepted, true);
			assert.ok(String(sent.warning).includes(words), String(sent.warning));
		});
	}
});

describe('n8n is restarted', () => {
	it('between a send and its final state: all arrive from the data table, once', async () => {
		const credential = await makeCredential(world, 'dataTable', { dataTableName: 'restarted' });
		await publishSender(world, credential, 'restarted');
		const trigger = await publishTrigger(world, credential);
		const sent = await sendThrough(world, 'restarted', campaign(20));
		await world.restart('stop');

		assert.deepEqual(idsOf(await reports(trigger, 20)), idsOf(sent));
	});

	it('with messages kept in memory: what the trigger had polled when it last emitted arrives', async () => {
		const credential = await makeCredential(world, 'memory');
		await publishSender(world, credential, 'remembered');
		const trigger = await publishTrigger(world, credential);
		const { clock } = world.simulator;
		clock.setSpeed(0);
		// Both at once: a poll between two sends would have emitted, and saved, the first alone.
		const sent = await sendThrough(world, 'remembered', [
			{ phone: DELIVERED, contactId: 1 },
			{ phone: AFTER_45_MINUTES, contactId: 2 },
		]);
		clock.advance(60_000);
		assert.deepEqual(idsOf(await reports(trigger, 1)), [sent[0]?.messageId]);
		await world.restart('stop');
		clock.advance(48 * HOUR);
		clock.setSpeed(600);

		assert.deepEqual(idsOf(await reports(trigger, 2)), idsOf(sent));
	});

	it('by a power cut while 500 messages wait: all 500 arrive, none is lost', async () => {
		const credential = await makeCredential(world, 'dataTable', { dataTableName: 'killed' });
		await publishSender(world, credential, 'killed');
		const trigger = await publishTrigger(world, credential);
		const sent = await sendThrough(world, 'killed', campaign(500));
		const asked = world.simulator.requests.length;
		await until(
			async () => await Promise.resolve(world.simulator.requests.length),
			(count) => count > asked,
			90,
		);
		await world.restart('kill');

		const all = await reports(trigger, 500);
		assert.deepEqual([...new Set(idsOf(all))], idsOf(sent));
	});
});

/** Renames the trigger node of a workflow, as a user would in the editor. */
async function rename(workflowId: string, credential: Credential): Promise<void> {
	const { session } = world;
	const workflow = await session.api('GET', `/workflows/${workflowId}`);
	const nodes = listAt(workflow, 'nodes').map((one) =>
		dig(one, 'name') === 'Trigger' ? { ...(one as object), name: 'Renamed', credentials: { cascadeMessagingApi: credential } } : one,
	);
	const connections = { Renamed: dig(workflow, 'connections', 'Trigger') };
	await session.api('PUT', `/workflows/${workflowId}`, { name: 'Outcomes', nodes, connections, settings: { executionOrder: 'v1' } });
}
