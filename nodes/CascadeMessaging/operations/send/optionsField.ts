import type { INodeProperties } from 'n8n-workflow';

import { includeRawAnswer, pauseBetweenRequests, protocol, recipientsPerRequest, timeout } from '../runOptions';

/** The options of sending that few users need. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Campaign Name',
			name: 'campaignName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Autumn sale',
			description: "The name the messages get in the operator's cabinet. Not over GET.",
		},
		{
			displayName: 'Client Message ID',
			name: 'clientMessageId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1001',
			description:
				'A number of your own for the message, up to 15 digits. The gateway does not send a second message with the same number. Each recipient needs a different one. Not over GET.',
		},
		includeRawAnswer,
		pauseBetweenRequests,
		protocol,
		recipientsPerRequest,
		{
			displayName: 'Send At',
			name: 'sendAt',
			type: 'dateTime',
			default: '',
			description:
				"When the gateway is to send. Empty means now. Converted from the workflow's time zone to the gateway's. Not over GET.",
		},
		timeout,
	],
};
