import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { ENGAGEMENTS, isRecord, listOf, numberOf, scalarText, trimBlanks } from '../protocol';
import type { Event, Filter } from './report';
import { simplifyFields } from './simplify';

/** What a trigger is set to. */
export interface TriggerSettings {
	readonly filter: Filter;
	/** How old a message may get without a final state, in milliseconds. */
	readonly giveUpAfter: number;
	/** How long to follow a message after its delivery, in milliseconds, if the events of the filter need that. */
	readonly followFor: number;
	readonly protocol: 'json' | 'xml';
	readonly messagesPerRequest: number;
}

/** The parameters of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: [
			{
				name: 'Final Outcome',
				value: 'finalOutcome',
				action: 'On message delivered or failed',
				description: 'The message was delivered, or finally not',
			},
			{ name: 'Link Opened', value: 'linkOpened', action: 'On link opened', description: "The subscriber opened the button's link" },
			{ name: 'Read', value: 'read', action: 'On message read', description: 'The subscriber read the message' },
			{
				name: 'Unsubscribed',
				value: 'unsubscribed',
				action: 'On subscriber unsubscribed',
				description: 'The subscriber blocked the sender',
			},
		],
		default: ['finalOutcome'],
		description:
			'What starts the workflow, each once for a message. Empty means Final Outcome. What happens after delivery is told by Viber alone, and costs questions to the gateway.',
	},
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
		description: 'Which final outcomes start the workflow. Empty means all of them. Other events are not filtered by it.',
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
		description:
			'How long to wait for a final state, from when the message goes out. After that, it is reported with the outcome "timeout".',
	},
	{
		displayName: 'Follow For (Hours)',
		name: 'followFor',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 336 },
		default: 72,
		displayOptions: { show: { events: ['read', 'linkOpened', 'unsubscribed'] } },
		description: 'How long after delivery to go on asking what the subscriber did. At most 14 days.',
	},
	...simplifyFields,
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
const MAXIMUM_FOLLOWING = 14 * 24;
const DEFAULTS = { hours: 72, messagesPerRequest: 500 };

const EVENTS: readonly Event[] = ['finalOutcome', ...ENGAGEMENTS];

/** Reads the parameters of the trigger. What cannot be read counts as its default. */
export function readTriggerSettings(context: Pick<IPollFunctions, 'getNodeParameter'>): TriggerSettings {
	// n8n throws where a hidden parameter has no value and there is nothing to fall back on.
	const parameter = (name: string): unknown => context.getNodeParameter(name, null);
	const options = parameter('options');
	const { protocol, messagesPerRequest } = isRecord(options) ? options : {};
	const hoursOf = (name: string): number => Math.max(numberOf(parameter(name)) ?? DEFAULTS.hours, MINIMUM_HOURS);
	return {
		filter: {
			events: eventsIn(parameter('events')),
			outcomes: textsIn(parameter('outcomes')),
			campaignName: trimBlanks(scalarText(parameter('campaignName')) ?? ''),
		},
		giveUpAfter: Math.min(hoursOf('giveUpAfter'), MAXIMUM_HOURS) * HOUR,
		followFor: Math.min(hoursOf('followFor'), MAXIMUM_FOLLOWING) * HOUR,
		protocol: protocol === 'xml' ? 'xml' : 'json',
		messagesPerRequest: Math.max(1, Math.floor(numberOf(messagesPerRequest) ?? DEFAULTS.messagesPerRequest)),
	};
}

function eventsIn(value: unknown): readonly Event[] {
	const texts = textsIn(value);
	const events = EVENTS.filter((event) => texts.includes(event));
	return events.length > 0 ? events : ['finalOutcome'];
}

function textsIn(value: unknown): string[] {
	return listOf(value).flatMap((one) => scalarText(one) ?? []);
}
