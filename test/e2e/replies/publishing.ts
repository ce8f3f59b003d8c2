import assert from 'node:assert/strict';

import { listAt, textAt } from '../../../demo/json';
import type { Credential } from '../workflows';
import { node, publish, reportsOf } from '../workflows';
import type { World } from '../world';
import { until } from '../world';

/** A phone whose fate it is to read. */
export const READS = '79990010001';

/** A workflow that starts with a reply. */
export interface Replies {
	readonly id: string;
	readonly url: string;
	readonly testUrl: string;
	/** Waits until it was started so many times, or so many seconds (30); returns the items. */
	readonly started: (count: number, seconds?: number) => Promise<Record<string, unknown>[]>;
}

/** Publishes a workflow with a Cascade Messaging Reply Trigger. The public API of n8n 1.x gives it no path, which the editor does: `changes` may. */
export async function publishReplies(
	world: World,
	credential: Credential,
	filters: object = {},
	changes: { webhookId?: string } = {},
): Promise<Replies> {
	const trigger = node('Reply', 'n8n-nodes-cascade-messaging.cascadeMessagingReplyTrigger', 1, { filters });
	const nodes = [{ ...trigger, ...changes, credentials: { cascadeMessagingApi: credential } }, node('Done', 'n8n-nodes-base.noOp', 1, {})];
	const id = await publish(world.session, 'Replies', nodes, { Reply: ['Done'] });
	const [saved] = listAt(await world.session.api('GET', `/workflows/${id}`), 'nodes');
	const where = `${textAt(saved, 'webhookId')}/replies`;
	assert.match(where, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\//);
	const url = `${world.session.url}/webhook/${where}`;
	// n8n registers a webhook a moment after it says that the workflow is active.
	await until(
		async () => await post(url, 'nonsense'),
		(status) => status !== 404,
		20,
		250,
	);
	const started = async (count: number, seconds = 30): Promise<Record<string, unknown>[]> =>
		await until(
			async () => await reportsOf(world, id),
			(found) => found.length >= count,
			seconds,
			500,
		);
	return { id, url, testUrl: `${world.session.url}/webhook-test/${where}`, started };
}

/** Posts a body, as JSON unless told otherwise. Returns the HTTP status. */
export async function post(url: string, body: unknown, type = 'application/json'): Promise<number> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: text });
	await response.text();
	return response.status;
}

/** A reply as the platform posts it. */
export const reply = (messageId: unknown, text: string, phone: string = READS): object => ({
	message_id: messageId,
	channel: 'viber',
	timestamp: '2026-11-26 09:00:00',
	recipient_response: { recipient: { phone: Number(phone) }, from: 'MyShop', content: { type: 'text', text } },
});
