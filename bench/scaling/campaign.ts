import { setTimeout as wait } from 'node:timers/promises';

import { listAt } from '../../demo/json';
import type { Credential } from '../../test/e2e/workflows';
import { node, publish } from '../../test/e2e/workflows';
import type { World } from '../../test/e2e/world';

/** A campaign, cut into executions of equal size that all start at once. */
export interface Cut {
	executions: number;
	/** Contacts in each. */
	items: number;
}

const PATH = 'slice';
const TEXT = '=Hello {{ $json.name }}, order {{ $json.order }} of {{ $json.shop }}';

/** Made in n8n, for tens of thousands of contacts would be long in a request. */
const CONTACTS =
	"={{ Array.from({ length: $json.body.count }, (_, i) => $json.body.from + i).map((n) => ({ phone: String(79000100000 + n), name: 'Customer ' + n, order: 500000 + n, shop: 'Shop no. ' + (n % 97) })) }}";

/** Publishes a workflow whose webhook answers at once and then sends to a slice of the contacts. Returns its ID. */
export async function publishCampaign({ session }: World, credential: Credential): Promise<string> {
	const assignments = [{ id: 'contacts', name: 'contacts', type: 'array', value: CONTACTS }];
	const cascade = { steps: [{ channel: 'sms', sender: 'MyShop', text: TEXT }] };
	const send = { resource: 'message', operation: 'send', phone: '={{ $json.phone }}', defaultCountry: 'RU', cascade, options: {} };
	const nodes = [
		{ ...node('Webhook', 'n8n-nodes-base.webhook', 2, { path: PATH, httpMethod: 'POST', responseMode: 'onReceived' }), webhookId: PATH },
		node('Contacts', 'n8n-nodes-base.set', 3.4, { assignments: { assignments } }),
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'contacts' }),
		{ ...node('Send', 'n8n-nodes-cascade-messaging.cascadeMessaging', 1, send), credentials: { cascadeMessagingApi: credential } },
	];
	const id = await publish(session, 'Campaign', nodes, { Webhook: ['Contacts'], Contacts: ['Split'], Split: ['Send'] });
	await wait(2000); // n8n registers a webhook a moment after it says that the workflow is active
	return id;
}

/**
 * Sends a campaign.
 *
 * @returns the seconds from the first call until all executions have ended
 * @throws Error when an execution fails, or n8n answers no more
 */
export async function sendCampaign({ session, simulator }: World, workflow: string, cut: Cut): Promise<number> {
	const started = performance.now();
	const starting = Array.from({ length: cut.executions }, async (_, index) => {
		const body = JSON.stringify({ from: index * cut.items, count: cut.items });
		const answer = await fetch(`${session.url}/webhook/${PATH}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
		if (!answer.ok) throw new Error(`The webhook answered ${answer.status}.`);
	});
	await Promise.all(starting);
	const count = async (status: string): Promise<number> =>
		listAt(await session.api('GET', `/executions?workflowId=${workflow}&status=${status}&limit=250`), 'data').length;
	while (simulator.messages.length < cut.executions * cut.items || (await count('running')) > 0 || (await count('new')) > 0) {
		if ((await count('error')) + (await count('crashed')) > 0) throw new Error('An execution failed.');
		await wait(250);
	}
	return (performance.now() - started) / 1000;
}
