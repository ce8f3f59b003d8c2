import type { CredentialName } from '../../demo/n8n/credential';
import { sendParameters } from '../send/ours';
import { TYPED } from '../send/ways';

/** The node that starts the workflows. */
export const START = 'Run by Hand';

/** The node that is measured. */
export const MEASURED = 'Send';

/** The same contacts for both; made in n8n, for they would be long in a request. */
const contacts = (count: number): string =>
	`={{ Array.from({ length: ${count} }, (_, index) => ({ phone: String(79000100000 + index), name: 'Customer ' + index, order: 500000 + index, shop: 'Shop no. ' + (index % 97) })) }}`;

/** A campaign through our node: one text for each contact. */
export function ourWorkflow(count: number, credential: CredentialName): object {
	return workflow('Ours', count, {
		...node(MEASURED, 'n8n-nodes-cascade-messaging.cascadeMessaging', 1, sendParameters('simple', 'json')),
		credentials: { cascadeMessagingApi: credential },
	});
}

/** The same without it: an HTTP Request for each contact, with the body the gateway wants. */
export function httpWorkflow(count: number, url: string): object {
	const phones = [{ phone: '{{ $json.phone }}' }];
	const message = [{ send_sms: '1', sender_sms: 'MyShop', text_sms: TYPED.simple.slice(1), phones }];
	const jsonBody = `=${JSON.stringify({ login: 'demo', password: 'demo-password', message })}`;
	const parameters = { method: 'POST', url: `${url}/sendmessagejson.php`, sendBody: true, specifyBody: 'json', jsonBody };
	return workflow('HTTP Request', count, node(MEASURED, 'n8n-nodes-base.httpRequest', 4.2, parameters));
}

function workflow(name: string, count: number, measured: object): object {
	const assignment = { id: 'contacts', name: 'contacts', type: 'array', value: contacts(count) };
	const nodes = [
		node(START, 'n8n-nodes-base.manualTrigger', 1, {}),
		node('Contacts', 'n8n-nodes-base.set', 3.4, { assignments: { assignments: [assignment] } }),
		node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'contacts' }),
		measured,
	];
	const names = [START, 'Contacts', 'Split', MEASURED];
	const links = names.slice(1).map((to, index) => [names[index], { main: [[{ node: to, type: 'main', index: 0 }]] }]);
	return { name, nodes, connections: Object.fromEntries(links) as object, settings: { executionOrder: 'v1' } };
}

function node(name: string, type: string, typeVersion: number, parameters: object): object {
	return { id: name.toLowerCase(), name, type, typeVersion, position: [0, 0], parameters };
}
