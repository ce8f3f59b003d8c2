import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { isRecord, listOf, numberOf, scalarText, trimBlanks } from '../protocol';
import type { Filter } from './report';

/** What a trigger is set to. */
export interface TriggerSettings {
	readonly filter: Filter;
	/** How old a message may get without a final state, in milliseconds. */
	readonly giveUpAfter: number;
	readonly protocol: 'json' | 'xml';
	readonly messagesPerRequest: number;
}

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

const HOUR = 60 * 60_000;
const MINIMUM_HOURS = 0.001;
/** A hundred years, which is never. */
const MAXIMUM_HOURS = 876_600;
const DEFAULTS = { hours: 72, messagesPerRequest: 500 };

/** Reads the parameters of the trigger. What cannot be read counts as its default. */
export function readTriggerSettings(context: Pick<IPollFunctions, 'getNodeParameter'>): TriggerSettings {
	const parameter = (name: string): unknown => context.getNodeParameter(name, undefined);
	const options = parameter('options');
	const { protocol, messagesPerRequest } = isRecord(options) ? options : {};
	const hours = numberOf(parameter('giveUpAfter')) ?? DEFAULTS.hours;
	return {
		filter: {
			outcomes: listOf(parameter('outcomes')).flatMap((outcome) => scalarText(outcome) ?? []),
			campaignName: trimBlanks(scalarText(parameter('campaignName')) ?? ''),
		},
		giveUpAfter: Math.min(Math.max(hours, MINIMUM_HOURS), MAXIMUM_HOURS) * HOUR,
		protocol: protocol === 'xml' ? 'xml' : 'json',
		messagesPerRequest: Math.max(1, Math.floor(numberOf(messagesPerRequest) ?? DEFAULTS.messagesPerRequest)),
	};
}
