import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../../test/engine/harness';
import { builtPackage } from '../built';
import type { Contact, Protocol, Way } from './ways';
import { TYPED } from './ways';

/** What a user sets in Send for a campaign. */
export function sendParameters(way: Way, protocol: Protocol): INodeParameters {
	return {
		resource: 'message',
		operation: 'send',
		phone: '={{ $json.phone }}',
		defaultCountry: 'RU',
		cascade: { steps: [{ channel: 'sms', sender: 'MyShop', text: TYPED[way] }] },
		options: protocol === 'json' ? {} : { protocol },
	};
}

/** The built node in n8n's own engine, ready to send. */
export function sendInEngine(url: string, way: Way, protocol: Protocol): (contacts: readonly Contact[]) => Promise<void> {
	const { node, credential } = builtPackage();
	const account = { host: url, authentication: 'password', login: 'demo', password: 'demo-password' };
	return async (contacts) => {
		const { output, error } = await runNode({
			node,
			parameters: sendParameters(way, protocol),
			items: contacts.map((contact) => ({ json: { ...contact } })),
			credentials: [{ type: credential, data: account }],
		});
		const sent = output[0]?.filter(({ json }) => json.accepted === true).length ?? 0;
		if (sent !== contacts.length) throw new Error(`Only ${sent} of ${contacts.length} were sent: ${error?.message ?? 'no reason given'}`);
	};
}
