import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isRecord } from '../../protocol/guards';
import { handOver } from '../../tracking/handOver';
import { getAccount } from '../../transport/account';
import { attachData, attachDataJson, readAttachedData } from '../attachData';
import { messageIdField } from '../getStatus/fields';
import { readItems } from '../itemLoop';
import type { Line } from '../lines';
import type { Operation } from '../operation';
import { ParameterReader } from '../parameterReader';
import { readMessageIds } from '../readMessageIds';
import { campaignName } from '../runOptions';
import { toName } from '../values';
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
		const items = readTracked(context);
		const unreadable = items.flatMap((read): Line[] => ('failure' in read ? [read] : []));
		if (unreadable.length > 0 && !context.continueOnFail()) return unreadable;
		const messages = items.flatMap((read) => ('value' in read ? read.value : []));
		const warning = await handOver(context, account, messages);
		return items.flatMap((read): Line[] => {
			if ('failure' in read) return [read];
			const json = (messageId: string): IDataObject =>
				warning === undefined ? { messageId, tracked: true } : { messageId, tracked: false, warning };
			return read.value.map(({ messageId }) => ({ item: read.item, json: json(messageId) }));
		});
	},
};

function readTracked(context: IExecuteFunctions): ReturnType<typeof readItems<Parameters<typeof handOver>[2]>> {
	const reader = new ParameterReader(context);
	return readItems(context.getInputData().length, (item) => {
		const value = reader.read('options', item);
		const options = isRecord(value) ? value : {};
		const phone = toName(options.phone, 'Phone');
		const campaign = toName(options.campaignName, 'Campaign Name');
		const known = {
			data: readAttachedData(options),
			...(phone !== undefined && { phone }),
			...(campaign !== undefined && { campaignName: campaign }),
		};
		return readMessageIds(reader, item).map((messageId) => ({ messageId, ...known }));
	});
}
