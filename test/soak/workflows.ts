import { textAt } from '../../demo/json';
import type { Session } from '../../demo/n8n/session';
import type { SoakOptions } from './options';
import type { SenderName } from './plan';
import { SENDERS } from './plan';

/** What a trigger is set to. */
export interface Wishes {
	readonly events: readonly string[];
	/** Of final outcomes; none means all. */
	readonly outcomes: readonly string[];
}

/** The triggers: one that reports all outcomes, one for those that call for another message, and one for messages that are read. */
export const TRIGGERS: Readonly<Record<string, Wishes>> = {
	all: { events: ['finalOutcome'], outcomes: [] },
	bad: { events: ['finalOutcome'], outcomes: ['notDelivered', 'expired'] },
	read: { events: ['read'], outcomes: [] },
};

/** Longest wait for an answer of the gateway, seconds: a hung request ends after that. */
export const TIMEOUT = 5;

/** Recipients in one request: a large execution makes several. */
export const RECIPIENTS_PER_REQUEST = 100;

const PACKAGE = 'n8n-nodes-cascade-messaging';

interface Place {
	session: Session;
	store: SoakOptions['store'];
	gatewayUrl: string;
	collectorUrl: string;
}

/** Puts the credential and all workflows into n8n and switches them on. */
export async function furnish({ session, store, gatewayUrl, collectorUrl }: Place): Promise<void> {
	const account = { host: gatewayUrl, authentication: 'password', login: 'demo', password: 'demo-password' };
	const table = { n8nApiKey: session.apiKey, n8nUrl: session.url, dataTableName: 'cascade_messages', keepForDays: 30 };
	const data = { ...account, timeZone: 'Europe/Moscow', allowUnauthorizedCerts: false, store, ...(store === 'dataTable' ? table : {}) };
	const name = 'Gateway';
	const made = await session.api('POST', '/credentials', { name, type: 'cascadeMessagingApi', data });
	const credentials = { cascadeMessagingApi: { id: textAt(made, 'id'), name } };
	for (const [trigger, wishes] of Object.entries(TRIGGERS)) {
		await publish(session, trigger, reporting(wishes, credentials, `${collectorUrl}/${trigger}`));
	}
	for (const sender of SENDERS) await publish(session, sender, sending(sender, credentials));
}

/** Webhook → Split Out → Send; the answer of the webhook says what became of each recipient. */
function sending(sender: SenderName, credentials: object): object[] {
	const [protocol, keyed] = sender.split('-');
	const options = {
		...{ protocol, recipientsPerRequest: RECIPIENTS_PER_REQUEST, timeout: TIMEOUT, campaignName: 'Soak' },
		attachDataJson: '={{ { contactId: $json.contactId } }}',
	};
	const steps = ['viber', 'whatsapp'].map((channel) => ({
		...{ channel, sender: 'MyShop', text: 'Your order is ready' },
		options: { validityPeriod: 1 },
	}));
	const key = keyed === undefined ? {} : { clientMessageIdFrom: 'key', clientMessageKey: '=order-{{ $json.contactId }}' };
	const webhook = { path: sender, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries' };
	const send = { resource: 'message', operation: 'send', phone: '={{ $json.phone }}', defaultCountry: 'RU', cascade: { steps } };
	return [
		{ ...node('Webhook', 'n8n-nodes-base.webhook', 2, webhook), webhookId: sender },
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.contacts' }),
		{
			...node('Send', `${PACKAGE}.cascadeMessaging`, 1, { ...send, ...key, options }),
			...{ credentials, onError: 'continueRegularOutput' },
		},
	];
}

/** Trigger → one item with a list for each field → POST to the collector. */
function reporting(wishes: Wishes, credentials: object, url: string): object[] {
	const parameters = { ...wishes, campaignName: '', giveUpAfter: 72, followFor: 72 };
	const fields = ['messageId', 'phone', 'outcome', 'data.contactId'].map((fieldToAggregate) => ({ fieldToAggregate }));
	const post = { method: 'POST', url, sendBody: true, specifyBody: 'json' };
	return [
		{
			...node('Trigger', `${PACKAGE}.cascadeMessagingTrigger`, 1, { pollTimes: { item: [{ mode: 'everyMinute' }] }, ...parameters }),
			credentials,
		},
		node('Gather', 'n8n-nodes-base.aggregate', 1, {
			fieldsToAggregate: { fieldToAggregate: fields },
			options: { keepMissing: true },
		}),
		{
			...node('Deliver', 'n8n-nodes-base.httpRequest', 4.2, {
				...post,
				jsonBody: '={{ { execution: $execution.id, reports: $json } }}',
			}),
			...{ retryOnFail: true, maxTries: 3 },
		},
	];
}

/** Makes a workflow of nodes in a row and switches it on. n8n keeps the data of executions that did not end well only. */
async function publish({ api }: Session, name: string, nodes: readonly object[]): Promise<void> {
	const links = nodes.slice(1).map((to, index): [string, object] => {
		const link = { node: textAt(to, 'name'), type: 'main', index: 0 };
		return [textAt(nodes[index], 'name'), { main: [[link]] }];
	});
	const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'none', saveDataErrorExecution: 'all' };
	const made = await api('POST', '/workflows', { name, nodes, connections: Object.fromEntries(links), settings });
	await api('POST', `/workflows/${textAt(made, 'id')}/activate`);
}

function node(name: string, type: string, typeVersion: number, parameters: object): object {
	return { id: name.toLowerCase(), name, type, typeVersion, position: [0, 0], parameters };
}
