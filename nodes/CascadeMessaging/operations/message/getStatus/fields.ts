import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { protocol, recipientsPerRequest, retries, timeout } from '../../shared/runOptions';

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
		description: 
			'Whether to give the node four outputs: Delivered, Undelivered (not delivered, expired), Unclear (no receipt, unknown: may have arrived) and In Progress',
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

/** Whether the node has an output for each kind of outcome. */
export function isSplit(context: IExecuteFunctions): boolean {
	return context.getNodeParameter('splitByOutcome', 0, false) === true;
}
