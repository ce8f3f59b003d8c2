import type { IDataObject, INodeParameters } from 'n8n-workflow';

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
export function sendInEngine(url: string, way: Way, protocol: Protocol): Sender {
	return inEngine(url, sendParameters(way, protocol), ({ accepted }) => accepted === true);
}

/** The built node in n8n's own engine, ready to preview the same. */
export function previewInEngine(url: string, way: Way, protocol: Protocol): Sender {
	return inEngine(url, { ...sendParameters(way, protocol), operation: 'preview' }, ({ willBeSent }) => willBeSent === true);
}

/** As `previewInEngine`, with what it would cost. */
export function estimateInEngine(url: string, way: Way, protocol: Protocol): Sender {
	const { options, ...parameters } = sendParameters(way, protocol);
	const asked = { ...parameters, operation: 'preview', options: { ...(options as INodeParameters), estimateCost: true } };
	return inEngine(url, asked, ({ cost }) => cost !== null && cost !== undefined);
}

type Sender = (contacts: readonly Contact[]) => Promise<void>;

function inEngine(url: string, parameters: INodeParameters, isDone: (json: IDataObject) => boolean): Sender {
	const { node, credential } = builtPackage();
	const account = { host: url, authentication: 'password', login: 'demo', password: 'demo-password' };
	return async (contacts) => {
		const { output, error } = await runNode({
			node,
			parameters,
			items: contacts.map((contact) => ({ json: { ...contact } })),
			credentials: [{ type: credential, data: account }],
		});
		const done = output[0]?.filter(({ json }) => isDone(json)).length ?? 0;
		if (done !== contacts.length) throw new Error(`Only ${done} of ${contacts.length} were done: ${error?.message ?? 'no reason given'}`);
	};
}
