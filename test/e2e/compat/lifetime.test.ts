import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, it } from 'node:test';

import { listAt, textAt } from '../../../demo/json';
import { publishSender, publishTrigger, reportsOf, sendThrough } from '../workflows';
import type { World } from '../world';
import { putUp, until } from '../world';
import { makeCredential } from './credential';
import { release } from './release';

const PACKAGE = 'n8n-nodes-cascade-messaging';
const READS = '79990010001';

let world: World;
before(async () => {
	world = await putUp(600, {}, release);
});
after(async () => await world.close());

it('a message is sent, and its outcome reported by the trigger', async () => {
	const credential = await makeCredential(world);
	const trigger = await publishTrigger(world, credential);
	await publishSender(world, credential, 'compat');
	const [sent] = await sendThrough(world, 'compat', [{ phone: READS, contactId: 41 }]);
	const reports = await until(
		async () => await reportsOf(world, trigger),
		(found) => found.length > 0,
		200,
	);

	assert.equal(sent?.accepted, true);
	assert.deepEqual(
		reports.map(({ messageId, outcome, deliveredBy, data }) => ({ messageId, outcome, deliveredBy, data })),
		[{ messageId: sent.messageId, outcome: 'delivered', deliveredBy: 'viber', data: { contactId: 41 } }],
	);
});

it('the senders are listed in the editor', async () => {
	const { id, name } = await makeCredential(world);
	const found = await world.session.rest('POST', '/dynamic-node-parameters/resource-locator-results', {
		...{ path: 'parameters.cascade', methodName: 'searchSenders', currentNodeParameters: {} },
		nodeTypeAndVersion: { name: `${PACKAGE}.cascadeMessaging`, version: 1 },
		credentials: { cascadeMessagingApi: { id, name } },
	});

	assert.deepEqual(
		listAt(found, 'data', 'results').map((one) => textAt(one, 'value')),
		['MyShop'],
	);
});

it('once it is uninstalled its nodes are gone, and n8n starts all the same', async () => {
	assert.ok((await nodesOf(world)).includes(`${PACKAGE}.cascadeMessaging`));
	const nodes = path.join(world.folder, '.n8n', 'nodes');
	await rm(path.join(nodes, 'node_modules', PACKAGE), { recursive: true });
	await writeFile(path.join(nodes, 'package.json'), JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }));
	await world.restart('stop');

	assert.deepEqual(
		(await nodesOf(world)).filter((name) => name.startsWith(PACKAGE)),
		[],
	);
});

/** The types of node that n8n offers. */
async function nodesOf({ session }: World): Promise<string[]> {
	const response = await fetch(`${session.url}/types/nodes.json`, { headers: { cookie: session.cookie, Connection: 'close' } });
	const types: unknown = await response.json();
	return (Array.isArray(types) ? types : []).map((type: unknown) => textAt(type, 'name'));
}
