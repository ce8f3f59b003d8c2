import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { runNode } from '../../test/engine/harness';
import { builtPackage } from '../built';
import { sendParameters } from './ours';
import type { Contact } from './ways';

/**
 * A node that only makes the output Send makes, in n8n's own engine: what no node can do without. Makes it from nothing, so nothing is
 * sent.
 */
export async function makeOutputAlone(contacts: readonly Contact[]): Promise<void> {
	const node: INodeType = Object.assign(Object.create(builtPackage().node) as INodeType, { execute: outputOf });
	const items = contacts.map((contact) => ({ json: { ...contact } }));
	await runNode({ node, parameters: sendParameters('one text', 'json'), items });
}

function outputOf(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const output = this.getInputData().map(({ json: { phone = null } }, item) => ({
		json: {
			...{ phone, accepted: true, repeat: false, messageId: String(1_000_000_000 + item), clientMessageId: null, sendAt: null },
			...{ channels: { sms: { id: '5001' } }, parts: 1, protocol: 'json', request: 1 + Math.floor(item / 500) },
		},
		pairedItem: { item },
	}));
	return Promise.resolve([output]);
}
