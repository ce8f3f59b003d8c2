import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ChannelContent, ChannelName, ChannelTable, Content, ContentField, FieldName } from '../../../protocol';
import { CHANNEL_NAMES, channelNamesIn, CHANNELS, isChannelName, isRecord, shorten } from '../../../protocol';
import { unreadable } from '../../shared/failure';
import type { Given } from '../../shared/templates/given';
import type { ItemTexts } from '../../shared/templates/textReader';
import { toText } from '../../shared/values';
import type { ContentValue } from './contentField';
import { propertiesOf, readContentField } from './contentField';

/** The stable codes of cascades that cannot be read. */
export type CascadeCode = 'channelUnknown' | 'channelRepeated';

/** The parameter in which the user lines up the channels; what it shows of each comes from the table of channels. */
export const cascadeFieldOf = (channels: ChannelTable): INodeProperties => ({
	displayName: 'Cascade',
	name: 'cascade',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		multipleValueButtonText: 'Add Channel',
		fixedCollection: { itemTitle: '={{ $collection.item.value.channel || "Choose a channel" }}' },
	},
	default: { steps: [{ channel: 'viber' }, { channel: 'sms' }] },
	required: true,
	placeholder: 'Add Channel',
	description: 'The channels to try, from top to bottom',
	options: [
		{
			displayName: 'Channel',
			name: 'steps',
			values: [
				{ ...channelFieldOf(channels), default: 'sms', displayOptions: { show: { '@version': [1] } } },
				channelFieldOf(channels),
				...channelNamesIn(channels).flatMap((name) => fieldsOfChannel(name, channels[name].fields)),
			],
		},
	],
});

/**
 * The choice of a step's channel. A step that was added has none yet: whoever overlooked the choice would send through whatever stood there. Version 1 of the
 * node took SMS, and n8n saves no value that is the default.
 */
function channelFieldOf(channels: ChannelTable): INodeProperties {
	return {
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		noDataExpression: true,
		required: true,
		displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } },
		options: channelNamesIn(channels).map((value): INodePropertyOptions => ({ name: channels[value].title, value })),
		default: '',
		description: 'Through which channel to send at this step. Each channel can stand in the cascade once.',
	};
}

/** The Cascade parameter with the package's own channels, below what there is to know of it. */
export const cascadeFields: INodeProperties[] = [
	{
		displayName:
			'Channels are tried from top to bottom: the next one is used when the one before did not deliver. Drag them into order; each can stand there once. Senders must be registered with your operator, and VK and WhatsApp switched on by your manager there.',
		name: 'cascadeNotice',
		type: 'notice',
		default: '',
	},
	cascadeFieldOf(CHANNELS),
];

function fieldsOfChannel(channel: ChannelName, fields: readonly ContentField[]): INodeProperties[] {
	const common = fields.filter((field) => !field.rare).flatMap(propertiesOf);
	const rare = fields.filter((field) => field.rare).flatMap(propertiesOf);
	const properties = rare.length === 0 ? common : [...common, channelOptionsField(rare)];
	return properties.map((property) => ({
		...property,
		displayOptions: { show: { ...property.displayOptions?.show, channel: [channel] } },
	}));
}

function channelOptionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Channel Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

/** The cascade of a content and what each of its channels shows. */
export type Cascade = Pick<Content, 'cascade' | 'channels'>;

/**
 * Reads the value of the Cascade parameter: steps in order, each with its channel's fields.
 *
 * @throws {ItemError} `channelUnknown` or `channelRepeated`, or what the readers of its fields throw.
 */
export function readCascade(given: Given, texts: ItemTexts): Cascade {
	const steps = given
		.at('steps')
		.list()
		.filter(({ value }) => isRecord(value));
	const cascade: ChannelName[] = [];
	const channels: Partial<Record<ChannelName, ChannelContent>> = {};
	for (const step of steps) {
		const name = readChannelName(step.at('channel').value);
		if (cascade.includes(name)) {
			const message = `Cascade: ${CHANNELS[name].title} stands there twice; each channel may stand there once.`;
			throw unreadable<CascadeCode>('channelRepeated', 'Cascade', message);
		}
		cascade.push(name);
		channels[name] = readChannelContent(name, step, texts);
	}
	return { cascade, channels };
}

function readChannelName(value: unknown): ChannelName {
	if (isChannelName(value)) return value;
	const known = CHANNEL_NAMES.join(', ');
	const message = `Channel "${shorten(toText(value, 'Channel'), 40)}" is not known; choose one of ${known}.`;
	throw unreadable<CascadeCode>('channelUnknown', 'Channel', message);
}

function readChannelContent(name: ChannelName, step: Given, texts: ItemTexts): ChannelContent {
	const { title, fields } = CHANNELS[name];
	const rare = step.at('options');
	const content: Partial<Record<FieldName, ContentValue>> = {};
	for (const field of fields) {
		const value = readContentField(field, { values: field.rare ? rare : step, where: `${title} ${field.label}`, texts });
		if (value !== undefined) content[field.name] = value;
	}
	return content as ChannelContent;
}
