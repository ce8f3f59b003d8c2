import assert from 'node:assert/strict';
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

it('it is listed as installed, and is gone once it is uninstalled', async () => {
	const installed = async (): Promise<string[]> =>
		listAt(await world.session.rest('GET', '/community-packages'), 'data').map((one) => textAt(one, 'packageName'));
	assert.deepEqual(await installed(), [PACKAGE]);
	await world.session.rest('DELETE', `/community-packages?name=${PACKAGE}`);

	assert.deepEqual(await installed(), []);
});
