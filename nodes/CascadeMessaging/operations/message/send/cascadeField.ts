import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { CHANNEL_NAMES, CHANNELS } from '../../../protocol/channels';
import type { ChannelName, ContentField } from '../../../protocol/channels';

const channelOptions: INodePropertyOptions[] = CHANNEL_NAMES.map((value) => ({ name: CHANNELS[value].title, value }));

/** The parameter in which the user lines up the channels; its fields come from the channel table. */
export const cascadeField: INodeProperties = {
	displayName: 'Cascade',
	name: 'cascade',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Channel' },
	default: { steps: [{ channel: 'sms' }] },
	required: true,
	placeholder: 'Add Channel',
	description:
		'The channels to try, from top to bottom: the next one is used when the one before did not deliver. Drag to change the order.',
	options: [
		{
			displayName: 'Channel',
			name: 'steps',
			values: [
				{
					displayName: 'Channel',
					name: 'channel',
					type: 'options',
					noDataExpression: true,
					options: channelOptions,
					default: 'sms',
					description: 'Through which channel to send at this step. Each channel can stand in the cascade once.',
				},
				...CHANNEL_NAMES.flatMap(fieldsOf),
			],
		},
	],
};

function fieldsOf(channel: ChannelName): INodeProperties[] {
	const { fields } = CHANNELS[channel];
	const shown = { show: { channel: [channel] } };
	const common = fields.filter((field) => !field.rare).flatMap(propertiesOf);
	const rare = fields.filter((field) => field.rare).flatMap(propertiesOf);
	const properties = common.map((property) => ({ ...property, displayOptions: mergeShown(property, channel) }));
	return rare.length === 0 ? properties : [...properties, { ...optionsOf(rare), displayOptions: shown }];
}

function mergeShown(property: INodeProperties, channel: ChannelName): NonNullable<INodeProperties['displayOptions']> {
	return { show: { ...property.displayOptions?.show, channel: [channel] } };
}

function optionsOf(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Channel Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

function propertiesOf(field: ContentField): INodeProperties[] {
	const { label: displayName, name, description, placeholder } = field;
	const base = { displayName, name, description, ...(placeholder !== undefined && { placeholder }) };
	switch (field.kind) {
		case 'text':
		case 'name':
			return [{ ...base, type: 'string', default: '', ...(name === 'text' && { typeOptions: { rows: 3 } }) }];
		case 'minutes':
			return [{ ...base, type: 'number', typeOptions: { minValue: 1 }, default: 60 }];
		case 'flag':
			return [{ ...base, type: 'boolean', default: false }];
		case 'parameters':
			return templateParameterFields(displayName, description);
	}
}

function templateParameterFields(displayName: string, description: string): INodeProperties[] {
	return [
		{
			displayName: `${displayName} As`,
			name: 'parametersAs',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Name and Value Rows', value: 'rows' },
				{ name: 'JSON', value: 'json' },
			],
			default: 'rows',
			description: 'How to give the values to put into the template',
		},
		{
			displayName,
			name: 'parameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Parameter',
			default: {},
			description,
			displayOptions: { show: { parametersAs: ['rows'] } },
			options: [
				{
					displayName: 'Parameter',
					name: 'rows',
					values: [
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. Name',
							description: 'The name of the parameter in the template',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. Anna',
							description: 'The text to put in its place',
						},
					],
				},
			],
		},
		{
			displayName: `${displayName} (JSON)`,
			name: 'parametersJson',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"Name": "Anna"}',
			description: 'An object with the name and value of each parameter',
			displayOptions: { show: { parametersAs: ['json'] } },
		},
	];
}
