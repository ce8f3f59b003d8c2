import { setTimeout as wait } from 'node:timers/promises';

import { dig, isRecord, listAt, textAt } from '../../demo/json';
import type { Session } from '../../demo/n8n/session';
import type { World } from './world';

/** A credential as a node names it. */
export interface Credential {
	id: string;
	name: string;
}

/** Makes a credential for the simulator's account, with waiting messages in memory or in a data table. */
export async function makeCredential(
	{ session, simulator }: World,
	store: 'memory' | 'dataTable',
	changes: Record<string, unknown> = {},
): Promise<Credential> {
	const name = `Gateway, ${store}`;
	const account = { host: simulator.url, authentication: 'password', login: 'demo', password: 'demo-password' };
	const zone = { timeZone: 'Europe/Moscow', allowUnauthorizedCerts: false };
	const table = { n8nApiKey: session.apiKey, n8nUrl: session.url, dataTableName: 'cascade_messages', keepForDays: 30 };
	const data = { ...account, ...zone, store, ...(store === 'dataTable' ? table : {}), ...changes };
	const made = await session.api('POST', '/credentials', { name, type: 'cascadeMessagingApi', data });
	return { id: textAt(made, 'id'), name };
}

const PACKAGE = 'n8n-nodes-cascade-messaging';

/** Publishes a workflow whose webhook sends to the phones of its body, Viber then SMS, and answers with the output. */
export async function publishSender(
	{ session }: World,
	credential: Credential,
	path: string,
	further: Readonly<Record<string, unknown>> = {},
): Promise<string> {
	const steps = ['viber', 'sms'].map((channel) => ({ channel, sender: 'MyShop', text: 'Your order is ready' }));
	const options = { campaignName: 'Form', attachDataJson: '={{ { contactId: $json.contactId } }}', ...further };
	const nodes = [
		node('Webhook', 'n8n-nodes-base.webhook', 2, {
			...{ path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries' },
		}),
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.contacts' }),
		{
			...node('Send', `${PACKAGE}.cascadeMessaging`, 1, {
				...{ resource: 'message', operation: 'send', phone: '={{ $json.phone }}', defaultCountry: 'RU' },
				...{ cascade: { steps }, options },
			}),
			credentials: { cascadeMessagingApi: credential },
			onError: 'continueRegularOutput',
		},
	].map((one) => ({ ...one, ...(one.name === 'Webhook' ? { webhookId: path } : {}) }));
	return await publish(session, `Sender ${path}`, nodes, { Webhook: ['Split'], Split: ['Send'] });
}

/** Publishes a workflow with a Cascade Messaging Trigger that polls every minute. */
export async function publishTrigger(
	{ session }: World,
	credential: Credential,
	parameters: Record<string, unknown> = {},
): Promise<string> {
	const nodes = [
		{
			...node('Trigger', `${PACKAGE}.cascadeMessagingTrigger`, 1, {
				...{ pollTimes: { item: [{ mode: 'everyMinute' }] }, outcomes: [], campaignName: '', giveUpAfter: 72 },
				...parameters,
			}),
			credentials: { cascadeMessagingApi: credential },
		},
		node('Done', 'n8n-nodes-base.noOp', 1, {}),
	];
	return await publish(session, 'Outcomes', nodes, { Trigger: ['Done'] });
}

/** Sends to contacts through a sender's webhook and returns its output. */
export async function sendThrough(
	{ session }: World,
	path: string,
	contacts: readonly { phone: string; contactId: number }[],
): Promise<Record<string, unknown>[]> {
	// n8n registers a webhook a moment after it says that the workflow is active.
	for (let tries = 0; ; tries++) {
		const response = await fetch(`${session.url}/webhook/${path}`, {
			method: 'POST',
			// A connection that was left open may be closed by n8n at this very moment.
			headers: { 'Content-Type': 'application/json', Connection: 'close' },
			body: JSON.stringify({ contacts }),
		});
		const body: unknown = await response.json();
		if (response.ok && Array.isArray(body)) return body.filter(isRecord);
		if (response.status !== 404 || tries === 20) throw new Error(`The webhook answered ${response.status}: ${JSON.stringify(body)}`);
		await wait(250);
	}
}

/** All a trigger has emitted so far, whatever its name. */
export async function reportsOf({ session }: World, workflowId: string): Promise<Record<string, unknown>[]> {
	const executions: unknown[] = [];
	let cursor = '';
	do {
		const page = await session.api('GET', `/executions?workflowId=${workflowId}&includeData=true&limit=100${cursor}`);
		executions.push(...listAt(page, 'data'));
		const next = dig(page, 'nextCursor');
		cursor = typeof next === 'string' ? `&cursor=${next}` : '';
	} while (cursor !== '');
	return executions.flatMap((execution) => {
		const items = listAt(execution, 'data', 'resultData', 'runData', 'Done', 0, 'data', 'main', 0);
		return items.flatMap((item) => {
			const json = dig(item, 'json');
			return isRecord(json) ? [json] : [];
		});
	});
}

/** Publishes a workflow of nodes that follow each other by name, and returns its ID. */
export async function publish(
	session: Session,
	name: string,
	nodes: readonly object[],
	links: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
	const connections = Object.fromEntries(
		Object.entries(links).map(([from, to]) => [from, { main: [to.map((one) => ({ node: one, type: 'main', index: 0 }))] }]),
	);
	const made = await session.api('POST', '/workflows', { name, nodes, connections, settings: { executionOrder: 'v1' } });
	const id = textAt(made, 'id');
	await session.api('POST', `/workflows/${id}/activate`);
	return id;
}

let nodes = 0;

/** A node as it stands in a workflow; credentials and settings can be added. */
export interface CanvasNode {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: number[];
	parameters: object;
}

/** Makes a node, right of those that were made before. */
export function node(name: string, type: string, typeVersion: number, parameters: object): CanvasNode {
	nodes += 1;
	return { id: `node-${nodes}`, name, type, typeVersion, position: [200 * nodes, 0], parameters };
}
