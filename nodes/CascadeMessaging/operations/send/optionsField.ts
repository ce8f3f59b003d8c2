import type { INodeProperties } from 'n8n-workflow';

import { attachData, attachDataJson } from '../attachData';
import { campaignName, includeRawAnswer, pauseBetweenRequests, protocol, recipientsPerRequest, timeout } from '../runOptions';

/** The options of sending that few users need. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		attachData,
		attachDataJson,
		{ ...campaignName, description: "The name the messages get in the operator's cabinet. Not over GET." },
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
		{
			displayName: 'Wait for Final States (Minutes)',
			name: 'waitForFinalStates',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60 },
			default: 5,
			description:
				'How long to wait until the outcome of every message is known, at most 60. The outcome is added to the output; it is "inProgress" when time ran out. For longer waits use the trigger, or a loop with Get Status.',
		},
	],
};
