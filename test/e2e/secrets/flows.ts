import { textAt } from '../../../demo/json';
import type { Credential } from '../workflows';
import type { World } from '../world';

/** A node of a workflow, without what its place in the list settles. */
export type Step = Readonly<Record<string, unknown>> & { readonly name: string; readonly type: string; readonly typeVersion: number };

const OURS = 'n8n-nodes-cascade-messaging.cascadeMessaging';

/** The node of the package. */
export function ours(credential: Credential, onError: string, parameters: object): Step {
	return {
		...{ name: 'Cascade Messaging', type: OURS, typeVersion: 1, onError },
		...{ credentials: { cascadeMessagingApi: credential }, parameters: { resource: 'message', ...parameters } },
	};
}

/** Sends to the phone of the webhook's body. */
export const sendTo = (options: object): object => ({
	...{ operation: 'send', phone: '={{ $json.body.phone }}', defaultCountry: 'RU' },
	...{ cascade: { steps: [{ channel: 'sms', sender: 'MyShop', text: 'Your order is ready' }] }, options },
});

/** Asks for the message of the webhook's body. */
export const askFor = (options: object): object => ({ operation: 'getStatus', messageId: '={{ $json.body.id }}', options });

/** The trigger of the package. */
export function trigger(credential: Credential, protocol: 'json' | 'xml'): Step {
	const parameters = { pollTimes: { item: [{ mode: 'everyMinute' }] }, outcomes: [], giveUpAfter: 72, options: { protocol } };
	return { ...{ name: 'Trigger', type: `${OURS}Trigger`, typeVersion: 1 }, credentials: { cascadeMessagingApi: credential }, parameters };
}

/** A webhook that answers with what the last node gave. */
export const webhook = (path: string): Step => ({
	...{ name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path },
	parameters: { path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries' },
});

/** Publishes a workflow of nodes in a row. The outputs of each but the first, errors included, meet again in the next. */
export async function publishRow({ session }: World, name: string, steps: readonly Step[]): Promise<string> {
	const nodes = steps.map((step, index) => ({ id: `${name}-${index}`, position: [200 * index, 0], ...step }));
	const links = steps.slice(1).map(({ name: to }, index) => {
		const link = [{ node: to, type: 'main', index: 0 }];
		return [steps[index]?.name ?? '', { main: index === 0 ? [link] : [link, link] }] as const;
	});
	const settings = { executionOrder: 'v1' };
	const made = await session.api('POST', '/workflows', { name, nodes, connections: Object.fromEntries(links), settings });
	const id = textAt(made, 'id');
	await session.api('POST', `/workflows/${id}/activate`);
	return id;
}

/** The last node of a row. */
export const done: Step = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** What a webhook answered. */
export interface Answer {
	readonly status: number;
	/** Status, headers and body, for searching. */
	readonly whole: string;
}

/** Calls a webhook. One that is not registered yet is called again, for at most ten seconds. */
export async function call({ session }: World, path: string, body: object): Promise<Answer> {
	const deadline = Date.now() + 10_000;
	for (;;) {
		const response = await fetch(`${session.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Connection: 'close' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		const text = await response.text();
		const isMissing = response.status === 404 && text.includes('not registered');
		if (!isMissing || Date.now() > deadline) {
			return { status: response.status, whole: `${response.status} ${JSON.stringify([...response.headers])}\n${text}` };
		}
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
