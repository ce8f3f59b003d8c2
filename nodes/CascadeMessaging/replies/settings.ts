import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { isRecord, scalarText, trimBlanks } from '../protocol';

/** Which replies start the workflow. */
export interface ReplySettings {
	/** The campaign of the messages whose replies are wanted, without invisible characters at its ends. Empty means all. */
	readonly onlyCampaign: string;
	readonly ignoreUnknown: boolean;
}

/** The parameters of the trigger. */
export const replyFields: INodeProperties[] = [
	{
		displayName:
			"Give the Production URL, which stands above under Webhook URLs, to your operator's manager: replies are posted to it. If the credential has a Reply Key, add ?key= and the key to the URL.",
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Options',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Ignore Unknown Messages',
				name: 'ignoreUnknown',
				type: 'boolean',
				default: false,
				noDataExpression: true,
				description: 'Whether to leave out replies to messages that were not sent or tracked with this credential, or too long ago',
			},
			{
				displayName: 'Only Campaign',
				name: 'onlyCampaign',
				type: 'string',
				default: '',
				noDataExpression: true,
				placeholder: 'e.g. Autumn sale',
				description: 'The Campaign Name of the messages whose replies start the workflow. Replies to unknown messages then do not.',
			},
		],
	},
	{
		// n8n leaves the body of a request to a node of version 1 that has this option; else it answers broken JSON itself, and logs pieces of it.
		displayName: 'Request Handling',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];

/** Reads the parameters of the trigger. What cannot be read counts as its default. */
export function readReplySettings(context: Pick<IWebhookFunctions, 'getNodeParameter'>): ReplySettings {
	const filters: unknown = context.getNodeParameter('filters', {});
	const { onlyCampaign, ignoreUnknown } = isRecord(filters) ? filters : {};
	return { onlyCampaign: trimBlanks(scalarText(onlyCampaign) ?? ''), ignoreUnknown: ignoreUnknown === true };
}
