import type { INodeProperties } from 'n8n-workflow';

import { attachData, attachDataJson } from '../attachData';
import { campaignName, includeRawAnswer, pauseBetweenRequests, protocol, recipientsPerRequest, retries, timeout } from '../../shared/runOptions';
import { emptyPlaceholders } from './emptyPlaceholders';

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
		emptyPlaceholders,
		includeRawAnswer,
		pauseBetweenRequests,
		protocol,
		recipientsPerRequest,
		{
			...retries,
			description:
				'How often to try again, after 1, 2, 4 … seconds, when the gateway cannot be reached. What may have been sent is tried again only with client message IDs. Taken from the first item.',
		},
		{
			displayName: 'Send At',
			name: 'sendAt',
			type: 'dateTime',
			default: '',
			description:
				"When the gateway is to send. Without this option it is sent now; with it, a moment that is empty or gone by is refused. Converted from the workflow's time zone to the gateway's. Not over GET.",
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
