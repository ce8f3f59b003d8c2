import type { INodeProperties } from 'n8n-workflow';

import { PROTOCOLS } from '../../protocol/codecs';

const protocolOptions = Object.entries(PROTOCOLS).map(([value, { title, summary }]) => ({
	name: title,
	value,
	description: summary,
}));

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
		{
			displayName: 'Include Raw Answer',
			name: 'includeRawAnswer',
			type: 'boolean',
			default: false,
			description: "Whether to add the recipient's part of the gateway's answer to the output as it came",
		},
		{
			displayName: 'Pause Between Requests (Seconds)',
			name: 'pauseBetweenRequests',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How long to wait before each further request. Taken from the first item.',
		},
		{
			displayName: 'Protocol',
			name: 'protocol',
			type: 'options',
			noDataExpression: true,
			options: protocolOptions,
			default: 'json',
			description: 'The way to talk to the gateway. Change it only if your operator asks you to.',
		},
		{
			displayName: 'Recipients per Request',
			name: 'recipientsPerRequest',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 500,
			description: 'The most recipients to put into one request. Taken from the first item.',
		},
		{
			displayName: 'Send At',
			name: 'sendAt',
			type: 'dateTime',
			default: '',
			description:
				"When the gateway is to send. Empty means now. Converted from the workflow's time zone to the gateway's. Not over GET.",
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 600,
			description: 'How long to wait for the gateway to answer a request. Taken from the first item.',
		},
	],
};
