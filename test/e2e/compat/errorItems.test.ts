import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { dig, listAt, textAt } from '../../../demo/json';
import type { Execution } from '../../../demo/n8n/execution';
import { executionOf } from '../../../demo/n8n/execution';
import { testTimeZones } from '../testButton';
import type { Credential } from '../workflows';
import { node, publish } from '../workflows';
import type { World } from '../world';
import { putUp, until } from '../world';
import { makeCredential } from './credential';
import { release } from './release';

const GOOD = '79000000001';
const STOP_LISTED = '79990170001';
const CONTACTS = [
	{ phone: '12', crm: 1 },
	{ phone: GOOD, crm: 2 },
	{ phone: STOP_LISTED, crm: 3 },
];

let world: World;
let credential: Credential;
before(async () => {
	world = await putUp(3600, {}, release);
	credential = await makeCredential(world);
});
after(async () => await world.close());
beforeEach(() => {
	world.simulator.reset();
});

let runs = 0;

/** Runs one of our operations on items in a workflow of its own, behind a webhook. */
async function run(parameters: object, onCanvas: object, items: readonly object[]): Promise<Execution> {
	runs += 1;
	const path = `run-${runs}`;
	const nodes = [
		{ ...node('Webhook', 'n8n-nodes-base.webhook', 2, { path, httpMethod: 'POST', responseMode: 'onReceived' }), webhookId: path },
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items' }),
		{
			...node('Ours', 'n8n-nodes-cascade-messaging.cascadeMessaging', 2, { resource: 'message', ...parameters }),
			...onCanvas,
			credentials: { cascadeMessagingApi: credential },
		},
	];
	const workflowId = await publish(world.session, path, nodes, { Webhook: ['Split'], Split: ['Ours'] });
	const options = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ items }) };
	await until(
		async () => await fetch(`${world.session.url}/webhook/${path}`, options),
		({ status }) => status !== 404,
		10,
		250,
	);
	const listed = async (): Promise<unknown[]> => listAt(await world.session.api('GET', `/executions?workflowId=${workflowId}`), 'data');
	const [execution] = await until(listed, ({ length }) => length > 0, 20, 250);
	const id = dig(execution, 'id');
	return await executionOf(world.session, String(id), AbortSignal.timeout(30_000));
}

const SEND = {
	...{ operation: 'send', phone: '={{ $json.phone }}', defaultCountry: 'RU', options: { retries: 0 } },
	cascade: { steps: [{ channel: 'sms', sender: 'MyShop', text: 'Your order is ready' }] },
};
const GET_STATUS = { operation: 'getStatus', messageId: '={{ $json.id }}', splitByOutcome: true, options: { retries: 0 } };

describe(`n8n ${release.n8nVersion}`, () => {
	it('is what answers', async () => {
		const settings = await world.session.rest('GET', '/settings');
		assert.equal(textAt(settings, 'data', 'versionCli'), release.n8nVersion);
	});

	it('names the time zone that fits when the Test button is pressed', async () => {
		await testTimeZones(world);
	});

	it('leads failed recipients to the error output, with the fields of their input, and only them', async () => {
		const execution = await run(SEND, { onError: 'continueErrorOutput' }, CONTACTS);

		assert.equal(execution.status, 'success');
		assert.deepEqual(
			execution.itemsOf('Ours', 0).map(({ phone, accepted }) => [phone, accepted]),
			[[GOOD, true]],
		);
		const failed = execution.itemsOf('Ours', 1);
		assert.deepEqual(
			failed.map(({ crm, phone, details }) => [crm, phone, details]),
			[
				[1, '12', undefined],
				[3, STOP_LISTED, undefined],
			],
		);
		assert.deepEqual(
			failed.map(({ error }) => [dig(error, 'outcome'), typeof dig(error, 'message')]),
			[
				['notSent', 'string'],
				['refused', 'string'],
			],
		);
	});

	it('keeps them in their place as rows of the regular output', async () => {
		const rows = (await run(SEND, { onError: 'continueRegularOutput' }, CONTACTS)).itemsOf('Ours');

		assert.deepEqual(
			rows.map(({ phone, accepted }) => [phone, accepted]),
			[
				['12', false],
				[GOOD, true],
				[STOP_LISTED, false],
			],
		);
		assert.deepEqual(
			rows.map(({ error }) => dig(error, 'outcome')),
			['notSent', undefined, 'refused'],
		);
	});

	it('tells in flat rows what a node added today sends, and everything of one of before', async () => {
		const today = (await run(SEND, {}, [{ phone: GOOD }])).itemsOf('Ours');
		const before = (await run(SEND, { typeVersion: 1 }, [{ phone: GOOD }])).itemsOf('Ours');

		assert.deepEqual(today.map(Object.keys), [['phone', 'accepted', 'messageId', 'repeat']]);
		assert.ok(before.every((json) => 'channels' in json && 'request' in json));
	});

	it('takes an error that is an object for one in Retry On Fail too; who was accepted gets no second message', async () => {
		const retrying = { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
		const execution = await run({ ...SEND, options: { retries: 0, recipientsPerRequest: 1 } }, retrying, CONTACTS);

		assert.equal(world.simulator.messages.length, 1);
		// Three tries: the one who is on the stop list is asked about in each of them.
		assert.equal(world.simulator.requests.length, 4);
		assert.deepEqual(
			execution.itemsOf('Ours', 0).map(({ messageId }) => messageId),
			world.simulator.messages.map(({ id }) => id),
		);
	});

	it('has an output for each kind of outcome, and the error output behind them', async () => {
		await run(
			SEND,
			{ onError: 'continueErrorOutput' },
			[GOOD, '79990090001', '79990100001', '79990140001'].map((phone) => ({ phone })),
		);
		const ids = world.simulator.messages.map(({ id }) => id);
		world.simulator.clock.advance(48 * 3_600_000);
		const execution = await run(
			GET_STATUS,
			{ onError: 'continueErrorOutput' },
			[...ids, 'no such id'].map((id) => ({ id })),
		);

		const outputs = [0, 1, 2, 3].map((output) => execution.itemsOf('Ours', output).map(({ outcome }) => outcome));
		assert.deepEqual(outputs, [['delivered'], ['notDelivered'], ['noReceipt'], ['inProgress']]);
		assert.deepEqual(
			execution.itemsOf('Ours', 4).map(({ id, error }) => [id, dig(error, 'code')]),
			[['no such id', 'messageIdInvalid']],
		);
	});
});
