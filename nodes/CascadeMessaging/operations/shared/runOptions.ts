import type { INodeProperties } from 'n8n-workflow';

import { PROTOCOLS } from '../../protocol/codecs';

const protocolOptions = Object.entries(PROTOCOLS).map(([value, { title, summary }]) => ({
	name: title,
	value,
	description: summary,
}));

/** Option of operations that hand messages to the trigger: the campaign it can go by. */
export const campaignName: INodeProperties = {
	displayName: 'Campaign Name',
	name: 'campaignName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Autumn sale',
	description: 'The campaign the message belongs to, for triggers that report one campaign only',
};

/** Option of all operations: the answer as it came. */
export const includeRawAnswer: INodeProperties = {
	displayName: 'Include Raw Answer',
	name: 'includeRawAnswer',
	type: 'boolean',
	default: false,
	description: "Whether to add the recipient's part of the gateway's answer to the output as it came",
};

/** Option of operations that make several requests: how long to wait before each further one. */
export const pauseBetweenRequests: INodeProperties = {
	displayName: 'Pause Between Requests (Seconds)',
	name: 'pauseBetweenRequests',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'How long to wait before each further request. Taken from the first item.',
};

/** Option of all operations: the protocol. */
export const protocol: INodeProperties = {
	displayName: 'Protocol',
	name: 'protocol',
	type: 'options',
	noDataExpression: true,
	options: protocolOptions,
	default: 'json',
	description: 'The way to talk to the gateway. Change it only if your operator asks you to.',
};

/** Option of all operations: the size of a request. */
export const recipientsPerRequest: INodeProperties = {
	displayName: 'Recipients per Request',
	name: 'recipientsPerRequest',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 500,
	description: 'The most recipients to put into one request. Taken from the first item.',
};

/** Option of all operations: how long to wait for an answer. */
export const timeout: INodeProperties = {
	displayName: 'Timeout (Seconds)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 600,
	description: 'How long to wait for the gateway to answer a request. Taken from the first item.',
};

/** Option of operations that ask the gateway: how often to try again. */
export const retries: INodeProperties = {
	displayName: 'Retries',
	name: 'retries',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
	default: 3,
	description: 'How often to ask again when the gateway does not answer, after 1, 2, 4 … seconds. Taken from the first item.',
};
