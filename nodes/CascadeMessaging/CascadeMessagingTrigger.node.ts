import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { pollForTest } from './tracking/pollForTest';
import { pollTrigger } from './tracking/pollTrigger';
import { simplified, SIMPLIFY } from './tracking/simplify';
import { readTriggerSettings, triggerFields } from './tracking/triggerFields';
import { testCredential } from './transport/credentialTest';

/** The node that starts a workflow when messages reach a final state, or when subscribers do something with them. */
export class CascadeMessagingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cascade Messaging Trigger',
		name: 'cascadeMessagingTrigger',
		icon: { light: 'file:cascadeMessaging.svg', dark: 'file:cascadeMessaging.dark.svg' },
		group: ['trigger'],
		version: [1, 2],
		subtitle:
			'={{ $parameter["events"].length > 0 && $parameter["events"].join() !== "finalOutcome" ? $parameter["events"].join(", ") : $parameter["outcomes"].length > 0 ? $parameter["outcomes"].join(", ") : "any outcome" }}',
		description:
			'Starts when messages sent by Viber, VK, SMS or WhatsApp are delivered, or finally not, and when subscribers read them, open their link or unsubscribe',
		defaults: { name: 'Cascade Messaging Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cascadeMessagingApi', required: true, testedBy: 'testCredential' }],
		properties: triggerFields,
	};

	methods = { credentialTest: { testCredential } };

	/** Emits an item for each message that has reached a final state since the last poll, and for each thing a subscriber did. */
	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const simplifies = this.getNodeParameter(SIMPLIFY, false) === true;
		const reports = this.getMode() === 'manual' ? [await pollForTest(this)] : await pollTrigger(this, readTriggerSettings(this));
		return reports.length === 0 ? null : [reports.map((report) => ({ json: simplifies ? simplified(report) : report }))];
	}
}
