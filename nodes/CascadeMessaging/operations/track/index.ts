import type { IDataObject } from 'n8n-workflow';

import { HandOver } from '../../tracking/handOver';
import { getAccount } from '../../transport/account';
import { attachData, attachDataJson } from '../attachData';
import { messageIdField } from '../getStatus/fields';
import { readItems } from '../itemLoop';
import type { Line } from '../lines';
import type { Operation } from '../operation';
import { ParameterReader } from '../parameterReader';
import { campaignName } from '../runOptions';
import { readTracked } from './readTracked';
import { trackTelling } from './telling';

/** Hands messages that were sent elsewhere to the trigger. */
export const track: Operation = {
	option: {
		name: 'Track',
		value: 'track',
		action: 'Track message',
		description: 'Let the Cascade Messaging Trigger report a message that was sent outside of n8n',
	},
	fields: [
		messageIdField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				attachData,
				attachDataJson,
				campaignName,
				{
					displayName: 'Phone',
					name: 'phone',
					type: 'string',
					default: '',
					placeholder: 'e.g. +7 900 000-00-01',
					description: 'The phone the message went to, to be handed back by the trigger',
				},
			],
		},
	],
	telling: trackTelling,
	execute: async (context) => {
		const account = await getAccount(context);
		const reader = new ParameterReader(context);
		const items = readItems(context.getInputData().length, (item) => readTracked(reader, item));
		const unreadable = items.flatMap((read): Line[] => ('failure' in read ? [read] : []));
		if (unreadable.length > 0 && !context.continueOnFail()) return unreadable;
		const messages = items.flatMap((read) => ('value' in read ? read.value : []));
		const warning = await new HandOver(context, account).give(messages);
		return items.flatMap((read): Line[] => {
			if ('failure' in read) return [read];
			const json = (messageId: string): IDataObject =>
				warning === undefined ? { messageId, tracked: true } : { messageId, tracked: false, warning };
			return read.value.map(({ messageId }) => ({ item: read.item, json: json(messageId) }));
		});
	},
};
