import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { isRecord, listOf, textOf } from '../protocol/guards';
import { numberOf } from '../protocol/numbers';
import type { TriggerSettings } from './poll';
import { budgetOf } from './pollTrigger';
import { trimBlanks } from '../protocol/blanks';

const HOUR = 60 * 60_000;
const DEFAULTS = { giveUpAfterHours: 72, messagesPerRequest: 500 };

/** Longest time a poll spends asking, in milliseconds: well below what newer versions of n8n allow a poll. */
const LONGEST_ASKING = 25_000;

/** The parameters of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Outcomes',
		name: 'outcomes',
		type: 'multiOptions',
		options: [
			{ name: 'Delivered', value: 'delivered', description: 'A channel of the cascade delivered the message' },
			{ name: 'Expired', value: 'expired', description: 'The subscriber was offline for the whole validity' },
			{ name: 'No Receipt', value: 'noReceipt', description: 'Sent, but no delivery receipt ever came' },
			{ name: 'Not Delivered', value: 'notDelivered', description: 'No channel of the cascade could deliver the message' },
			{ name: 'Timeout', value: 'timeout', description: 'No final state within the time of Give Up After' },
			{ name: 'Unknown', value: 'unknown', description: 'The gateway does not know the message, or answers with words of its own' },
		],
		default: [],
		description: 'Which outcomes start the workflow. Empty means all of them.',
	},
	{
		displayName: 'Campaign',
		name: 'campaignName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Autumn sale',
		description: 'The Campaign Name of the messages to report. Empty means all of them.',
	},
	{
		displayName: 'Give Up After (Hours)',
		name: 'giveUpAfter',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 72,
		description: 'How long to wait for a final state. After that, the message is reported with the outcome "timeout".',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Messages per Request',
				name: 'messagesPerRequest',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 500,
				description: 'The most messages to ask about in one request',
			},
			{
				displayName: 'Protocol',
				name: 'protocol',
				type: 'options',
				options: [
					{ name: 'JSON', value: 'json' },
					{ name: 'XML', value: 'xml' },
				],
				default: 'json',
				description: 'The way to ask the gateway. GET is not offered: it would need a request for each message.',
			},
		],
	},
];

/** Reads the parameters of the trigger. */
export function readTriggerSettings(context: IPollFunctions): TriggerSettings {
	const parameter = (name: string): unknown => context.getNodeParameter(name, undefined);
	const options = parameter('options');
	const { protocol, messagesPerRequest } = isRecord(options) ? options : {};
	const hours = numberOf(parameter('giveUpAfter')) ?? DEFAULTS.giveUpAfterHours;
	return {
		filter: {
			outcomes: listOf(parameter('outcomes')).flatMap((outcome) => textOf(outcome) ?? []),
			campaignName: trimBlanks(textOf(parameter('campaignName')) ?? ''),
		},
		giveUpAfter: Math.max(hours, MINIMUM_HOURS) * HOUR,
		end: Date.now() + budgetOf(context),
		asking: {
			protocol: protocol === 'xml' ? 'xml' : 'json',
			idsPerRequest: Math.max(1, Math.floor(numberOf(messagesPerRequest) ?? DEFAULTS.messagesPerRequest)),
			timeoutSeconds: LONGEST_ASKING / 1000,
			retries: 1,
			deadline: Date.now() + Math.min(LONGEST_ASKING, budgetOf(context) / 2),
		},
	};
}

const MINIMUM_HOURS = 0.001;
