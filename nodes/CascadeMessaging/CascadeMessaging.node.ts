import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { outputsOf, propertiesOf, runOperation } from './operations';
import { acceptedHint } from './operations/acceptedHint';
import { searchContactLists, searchSenders } from './operations/listSearch';
import { testCredential } from './transport/credentialTest';

/** The node with which a workflow sends messages through a cascade gateway. */
export class CascadeMessaging implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cascade Messaging',
		name: 'cascadeMessaging',
		icon: { light: 'file:cascadeMessaging.svg', dark: 'file:cascadeMessaging.dark.svg' },
		group: ['output'],
		version: [1, 2],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send messages through a cascade of Viber, VK, SMS and WhatsApp',
		defaults: { name: 'Cascade Messaging' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOf(),
		credentials: [{ name: 'cascadeMessagingApi', required: true, testedBy: 'testCredential' }],
		properties: propertiesOf(),
		hints: [acceptedHint],
	};

	methods = { credentialTest: { testCredential }, listSearch: { searchContactLists, searchSenders } };

	/** Runs the chosen operation on all input items. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this);
	}
}
