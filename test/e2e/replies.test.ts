import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { dig, listAt } from '../../demo/json';
import { post, publishReplies, READS, reply } from './replies/publishing';
import { allKept } from './secrets/kept';
import { makeCredential, publishSender, reportsOf, sendThrough } from './workflows';
import type { World } from './world';
import { putUp, until } from './world';

/** Its fate is to read the message and to answer. */
const ANSWERS = '79990400001';
/** The same, and the platform posts the answer three times. */
const ANSWERS_THRICE = '79990410001';
const KEY = 'kEy0fTheManager';
const WORDS = 'zwischen uns gesagt';

let world: World;
before(async () => {
	world = await putUp(600, { N8N_LOG_LEVEL: 'debug' });
});
after(async () => await world.close());

for (const store of ['memory', 'dataTable'] as const) {
	it(`a subscriber writes back, and the workflow knows to whom it sent: ${store}`, async () => {
		const credential = await makeCredential(world, store, { replySecret: KEY });
		const replies = await publishReplies(world, credential);
		world.simulator.replyUrl = `${replies.url}?key=${KEY}`;
		await publishSender(world, credential, `replies-${store}`);
		const [once, thrice] = await sendThrough(world, `replies-${store}`, [
			{ phone: ANSWERS, contactId: 41 },
			{ phone: ANSWERS_THRICE, contactId: 42 },
		]);
		const isPosted = (): boolean =>
			[once, thrice].every((sent) => {
				const found = world.simulator.messages.find(({ id }) => id === sent?.messageId);
				return typeof found?.replies?.at(-1)?.posted === 'number';
			});
		await until(async () => await Promise.resolve(isPosted()), Boolean, 30, 200);
		await replies.started(2);
		const items = await replies.started(3, 5); // what was posted again would come by now

		assert.deepEqual(items.map(({ messageId }) => messageId).sort(), [once?.messageId, thrice?.messageId].sort());
		const item = items.find(({ phone }) => phone === ANSWERS);
		assert.equal(item?.text, 'Да, перезвоните мне, пожалуйста');
		assert.equal(item.sender, 'MyShop');
		assert.match(String(item.repliedAt), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
		assert.deepEqual([item.known, item.campaignName, item.data], [true, 'Form', { contactId: 41 }]);
		assert.match(String(dig(item, 'sentBy', 'workflowName')), /^Sender replies-/);
	});
}

describe('nobody else gets in', () => {
	it('each refusal has its status, and no workflow starts', async () => {
		const replies = await publishReplies(world, await makeCredential(world, 'memory', { replySecret: KEY }));
		const right = `${replies.url}?key=${KEY}`;
		const broken = JSON.stringify(reply('1', WORDS)).slice(0, -1);
		const statuses = [
			await post(replies.url, reply('1', WORDS)),
			await post(`${replies.url}?key=${KEY}x`, reply('1', WORDS)),
			await post(right, broken),
			await post(right, broken, 'application/x-www-form-urlencoded'),
			await post(right, '<a/>', 'text/xml'),
			await post(right, {}),
			await post(right, { ...reply('1', WORDS), more: WORDS.repeat(20_000) }),
			await post(right, JSON.stringify(reply('1', WORDS)), 'multipart/form-data; boundary=x'),
			(await fetch(right)).status,
		];
		assert.deepEqual(statuses, [403, 403, 400, 400, 400, 400, 400, 400, 404]);
		assert.equal(await post(right, reply('1', WORDS)), 200);
		assert.equal((await replies.started(1)).length, 1);
		const all = listAt(await world.session.api('GET', `/executions?workflowId=${replies.id}`), 'data');
		assert.deepEqual(
			all.map((one) => dig(one, 'status')),
			['success'],
		);
	});

	it('the options leave out what is not wanted', async () => {
		const credential = await makeCredential(world, 'dataTable', { dataTableName: 'wishes' });
		await publishSender(world, credential, 'wishes');
		const [sent] = await sendThrough(world, 'wishes', [{ phone: READS, contactId: 7 }]);
		const form = await publishReplies(world, credential, { onlyCampaign: 'Form' });
		const other = await publishReplies(world, credential, { onlyCampaign: 'Another' });
		const known = await publishReplies(world, credential, { ignoreUnknown: true });
		for (const { url } of [form, other, known]) {
			assert.equal(await post(url, reply(sent?.messageId, WORDS)), 200);
			assert.equal(await post(url, reply('1', WORDS)), 200);
		}
		assert.deepEqual(
			(await form.started(2, 5)).map(({ data }) => data),
			[{ contactId: 7 }],
		);
		assert.deepEqual((await known.started(1)).length, 1);
		assert.deepEqual(await reportsOf(world, other.id), []);
	});
});

it('the test URL works in the editor: a refused request leaves it listening, a reply is shown', async () => {
	const replies = await publishReplies(world, await makeCredential(world, 'memory'));
	await world.session.rest('POST', `/workflows/${replies.id}/run`, { triggerToStartFrom: { name: 'Reply' } });
	assert.equal(await post(replies.testUrl, 'nonsense'), 400);
	assert.equal(await post(replies.testUrl, reply('77', WORDS)), 200);
	const [shown] = await replies.started(1);
	assert.deepEqual([shown?.messageId, shown?.known], ['77', false]);
	assert.equal(await post(replies.testUrl, reply('77', WORDS)), 404);
});

it('after a restart, messages of the data table are still known, and so is what is sent then', async () => {
	const inTable = await makeCredential(world, 'dataTable', { dataTableName: 'restarted' });
	const inMemory = await makeCredential(world, 'memory');
	await publishSender(world, inTable, 'restarted-table');
	await publishSender(world, inMemory, 'restarted-memory');
	const [table, memory] = [await publishReplies(world, inTable), await publishReplies(world, inMemory)];
	const [before] = await sendThrough(world, 'restarted-table', [{ phone: READS, contactId: 1 }]);
	await world.restart('stop');
	await until(
		async () => await post(table.url, reply(before?.messageId, WORDS)),
		(status) => status === 200,
		30,
	);
	const [sent] = await sendThrough(world, 'restarted-memory', [{ phone: READS, contactId: 2 }]);
	await until(
		async () => await post(memory.url, reply(sent?.messageId, WORDS)),
		(status) => status === 200,
		30,
	);

	assert.deepEqual(
		[...(await table.started(1)), ...(await memory.started(1))].map(({ data }) => data),
		[{ contactId: 1 }, { contactId: 2 }],
	);
});

it('neither the key nor what was written stands in a log, and the key nowhere at all', async () => {
	const log = await readFile(path.join(world.folder, 'n8n.log'), 'utf8');
	assert.match(log, /Cascade Messaging Reply Trigger refused a request/);
	assert.ok(!log.includes(WORDS) && !log.includes('перезвоните'));
	const kept = await allKept(world);
	assert.ok(kept.some(({ content }) => content.includes(WORDS)));
	assert.deepEqual(
		kept.filter(({ content }) => content.includes(KEY)).map(({ name }) => name),
		[],
	);
});
