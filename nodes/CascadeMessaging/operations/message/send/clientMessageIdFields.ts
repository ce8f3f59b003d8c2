import type { INodeProperties } from 'n8n-workflow';

/** The parameters that protect from sending twice: where the client message ID comes from, and the value it is made of. */
export const clientMessageIdFields: INodeProperties[] = [
	{
		displayName: 'Client Message ID',
		name: 'clientMessageIdFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'None', value: 'none', description: 'A message that may have been sent is never repeated, but a second run sends again' },
			{ name: 'Number From Field', value: 'number', description: 'A number of your own, different for each recipient' },
			{ name: 'From Key', value: 'key', description: 'Any text of your own, such as an order number; a number is made of it' },
		],
		default: 'none',
		description:
			'Protects from sending twice, also across executions: the gateway does not send a second message with an ID it knows. Not over GET.',
	},
	{
		displayName: 'Number',
		name: 'clientMessageNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.messageNumber }}',
		description:
			'A number of up to 15 digits that you never use for another message. An ID of the contact would let only the first message to them through.',
		displayOptions: { show: { clientMessageIdFrom: ['number'] } },
	},
	{
		displayName: 'Key',
		name: 'clientMessageKey',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order-{{ $json.orderId }}-shipped',
		description:
			'A text that names this message and no other. The same key for the same phone is sent once; each phone of an item gets an ID of its own.',
		displayOptions: { show: { clientMessageIdFrom: ['key'] } },
	},
];
