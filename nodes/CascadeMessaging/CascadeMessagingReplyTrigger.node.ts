import type { IHookFunctions, INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { replyFields } from './replies/settings';
import { takeReply } from './replies/takeReply';
import { keepForReplies } from './tracking/memory/sentMessages';
import { accountKeyOf } from './transport/account';
import { testCredential } from './transport/credentialTest';

/** The node that starts a workflow when a subscriber writes back. */
export class CascadeMessagingReplyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cascade Messaging Reply Trigger',
		name: 'cascadeMessagingReplyTrigger',
		icon: { light: 'file:cascadeMessaging.svg', dark: 'file:cascadeMessaging.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["filters"]["onlyCampaign"] || "any campaign" }}',
		description: 'Starts when somebody writes back to a message sent through the cascade',
		eventTriggerDescription: 'Waiting for a reply to be posted to the test URL',
		activationMessage: "Your operator's platform can now post replies to your production URL.",
		defaults: { name: 'Cascade Messaging Reply Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cascadeMessagingApi', required: true, testedBy: 'testCredential' }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'replies' }],
		properties: replyFields,
	};

	methods = { credentialTest: { testCredential } };

	/** The operator's manager sets the URL by hand, so there is nobody to tell of it; n8n asks here as the trigger goes to work. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				keepForReplies(accountKeyOf(this), Date.now());
				return await Promise.resolve(true);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	/** Emits an item for a reply that the platform posts. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await takeReply(this);
	}
}
