import { setTimeout as wait } from 'node:timers/promises';

import { listAt, textAt } from '../../../demo/json';
import type { Execution } from '../../../demo/n8n/execution';
import type { Credential } from '../workflows';
import { node, publish } from '../workflows';
import type { World } from '../world';
import { until } from '../world';
import { ended } from './buttons';

/** A published workflow that sends to a list of phones, one request for each, and its phones. */
export interface Batch {
	workflowId: string;
	path: string;
	phones: readonly string[];
}

/** How Send is set up in a batch. */
export interface BatchSettings {
	/** Whether each recipient has a client number, made from its phone. */
	numbered: boolean;
	/** Settings of the node, such as Retry On Fail. */
	onCanvas?: Record<string, unknown>;
}

let batches = 0;

/** Publishes a workflow with three phones of its own: a webhook that answers at once, Send, and a node behind it. */
export async function publishBatch({ session }: World, credential: Credential, settings: BatchSettings): Promise<Batch> {
	batches += 1;
	const path = `batch-${batches}`;
	const phone = "={{ $json['body.phones'] }}";
	const numbers = settings.numbered ? { clientMessageIdFrom: 'key', clientMessageKey: phone } : {};
	const send = node('Send', 'n8n-nodes-cascade-messaging.cascadeMessaging', 1, {
		...{ resource: 'message', operation: 'send', phone, defaultCountry: 'RU', ...numbers },
		cascade: { steps: [{ channel: 'sms', sender: 'MyShop', text: 'Your order is ready' }] },
		options: { recipientsPerRequest: 1, retries: 0 },
	});
	const nodes = [
		{ ...node('Webhook', 'n8n-nodes-base.webhook', 2, { path, httpMethod: 'POST', responseMode: 'onReceived' }), webhookId: path },
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.phones' }),
		{ ...send, ...settings.onCanvas, credentials: { cascadeMessagingApi: credential } },
		node('Done', 'n8n-nodes-base.noOp', 1, {}),
	];
	const workflowId = await publish(session, path, nodes, { Webhook: ['Split'], Split: ['Send'], Send: ['Done'] });
	return { workflowId, path, phones: [1, 2, 3].map((number) => String(79990120000 + 10 * batches + number)) };
}

/** The same batch without and with client numbers. */
export async function publishBoth(world: World, credential: Credential): Promise<[Batch, Batch]> {
	return [await publishBatch(world, credential, { numbered: false }), await publishBatch(world, credential, { numbered: true })];
}

/** Starts a batch, waits until so many of its requests are at the gateway, and returns the ID of its execution. */
export async function startBatch(world: World, batch: Batch, requests: number): Promise<string> {
	const expected = world.simulator.requests.length + requests;
	const before = await newestId(world, batch);
	await call(`${world.session.url}/webhook/${batch.path}`, { phones: batch.phones });
	const arrived = await until(
		() => Promise.resolve(world.simulator.requests.length),
		(count) => count >= expected,
		20,
		50,
	);
	if (arrived < expected) throw new Error(`${arrived} requests arrived, not ${expected}.`);
	// n8n lists an execution a moment after it has begun.
	const id = await until(
		() => newestId(world, batch),
		(newest) => newest !== before,
		20,
		50,
	);
	if (id === undefined || id === before) throw new Error('n8n does not list the execution that has begun.');
	return id;
}

/** The ID of the batch's newest execution that n8n lists. */
async function newestId({ session }: World, { workflowId }: Batch): Promise<string | undefined> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const found = await session.rest('GET', `/executions?filter=${filter}&limit=1`);
	const [newest] = listAt(found, 'data', 'results');
	return newest === undefined ? undefined : textAt(newest, 'id');
}

/** Starts a batch and waits for its end. */
export async function runBatch(world: World, batch: Batch): Promise<Execution> {
	return await ended(world, await startBatch(world, batch, 1));
}

/** Starts a batch whose second request the gateway takes and never answers; returns the ID of the execution. */
export async function startHanging(world: World, batch: Batch): Promise<string> {
	world.simulator.faults.set({ fault: 'hang', nth: 2 });
	return await startBatch(world, batch, 2);
}

/** The IDs in the output of Send, in its order; the word for a repeat without one. */
export function idsIn(execution: Execution | undefined): unknown[] {
	return (execution?.itemsOf('Send') ?? []).map(({ repeat, messageId }) => (repeat === true ? 'repeat' : messageId));
}

/** How many messages the gateway has for each phone of a batch. */
export function messagesFor({ simulator }: World, { phones }: Batch): number[] {
	return phones.map((phone) => simulator.messages.filter((message) => message.phone === phone).length);
}

/** The IDs of the messages the gateway has for the phones of a batch, in their order. */
export function idsFor({ simulator }: World, { phones }: Batch): string[] {
	return phones.flatMap((phone) => simulator.messages.filter((message) => message.phone === phone).map(({ id }) => id));
}

/** n8n registers a webhook a moment after it says that the workflow is active. */
async function call(url: string, body: object): Promise<void> {
	const options = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
	for (let tries = 0; ; tries++) {
		const { ok, status } = await fetch(url, options);
		if (ok) return;
		if (status !== 404 || tries === 20) throw new Error(`The webhook answered ${status}.`);
		await wait(250);
	}
}
