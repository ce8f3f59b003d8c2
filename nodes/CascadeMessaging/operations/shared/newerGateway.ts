import type { INodeProperties } from 'n8n-workflow';

/** Says above the fields of what older gateways do not have, that an operator may not offer it. */
export const newerGatewayNotice: INodeProperties = {
	displayName: 'Not every operator offers this: it needs a newer gateway. Ask your manager there.',
	name: 'newerGatewayNotice',
	type: 'notice',
	default: '',
};
