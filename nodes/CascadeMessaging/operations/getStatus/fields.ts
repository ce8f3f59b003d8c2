import type { INodeProperties } from 'n8n-workflow';

import { protocol, recipientsPerRequest, retries, timeout } from '../runOptions';

/** The parameter that names messages, for operations on messages that were sent before. */
export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.messageId }}',
	description:
		'The ID the gateway gave when it accepted the message. Separate several with commas, semicolons or line breaks, or give a list by expression.',
};

/** The parameters of Get Status. */
export const getStatusFields: INodeProperties[] = [
	messageIdField,
	{
		displayName: 'Split by Outcome',
		name: 'splitByOutcome',
		type: 'boolean',
		default: false,
		description: 'Whether to give the node three outputs: Delivered, Not Delivered and In Progress',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [protocol, recipientsPerRequest, retries, timeout],
	},
];
