import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { cascadeFieldOf } from '../../../../nodes/CascadeMessaging/operations/message/send/cascade';
import { CHANNELS } from '../../../../nodes/CascadeMessaging/protocol';
import { FIVE_CHANNELS } from '../../../protocol/support/fifthChannel';

/** The parameters of one step: its channel, and what each channel shows. */
function stepOf({ options = [] }: INodeProperties): readonly INodeProperties[] {
	const [steps] = options as INodePropertyCollection[];
	return steps?.values ?? [];
}

const channelsIn = (field: INodeProperties): unknown[] => (stepOf(field)[0]?.options ?? []).map(({ name }) => name);

const shownFor = (field: INodeProperties, channel: string): string[] =>
	stepOf(field)
		.filter(({ displayOptions }) => displayOptions?.show?.channel?.includes(channel))
		.flatMap(({ displayName, type, options = [] }) =>
			type === 'collection' ? (options as INodeProperties[]).map((one) => `${displayName} > ${one.displayName}`) : [displayName],
		);

it('offers the channels of the table', () => {
	expect(channelsIn(cascadeFieldOf(CHANNELS))).toEqual(['Viber', 'SMS', 'VK', 'WhatsApp']);
});

it('shows a channel that is one row more in the table, with each kind of field', () => {
	const field = cascadeFieldOf(FIVE_CHANNELS);

	expect(channelsIn(field)).toEqual(['Viber', 'SMS', 'VK', 'WhatsApp', 'Telegram']);
	expect(shownFor(field, 'telegram')).toEqual([
		'Text',
		'Template Parameters As',
		'Template Parameters',
		'Template Parameters (JSON)',
		'Channel Options > Validity (Minutes)',
		'Channel Options > Count Only Read as Delivered',
	]);
	expect(shownFor(field, 'sms')).toEqual(['Sender', 'Text']);
});
