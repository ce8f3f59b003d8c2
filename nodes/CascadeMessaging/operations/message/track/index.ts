import { HandOver } from '../../../tracking/handOver';
import { getAccount } from '../../../transport/account';
import { readItems, thatEndRun } from '../../shared/itemLoop';
import type { Line } from '../../shared/lines';
import { operation } from '../../shared/operation';
import { optionsOf } from '../../shared/options/collection';
import { ParameterReader } from '../../shared/parameterReader';
import { attachDataFields } from '../attachData';
import { campaignField } from '../campaign';
import { messageIdField } from '../messageIds';
import { phoneField } from './phone';
import { readTracked } from './readTracked';
import type { TrackFailure } from './telling';
import { trackTelling } from './telling';

/** Hands messages that were sent elsewhere to the trigger. */
export const track = operation<TrackFailure>({
	option: {
		name: 'Track',
		value: 'track',
		action: 'Track message',
		description: 'Let the Cascade Messaging Trigger report a message that was sent outside of n8n',
	},
	fields: [messageIdField, optionsOf([...attachDataFields, campaignField, phoneField])],
	telling: trackTelling,
	execute: async (context) => {
		const account = await getAccount(context);
		const reader = new ParameterReader(context);
		const items = await readItems(context, trackTelling.fromReading, (item) => readTracked(reader, item));
		const ending = thatEndRun(context, items);
		if (ending.length > 0) return ending;
		const messages = items.flatMap((read) => ('value' in read ? read.value : []));
		const warning = await new HandOver(context, account).give(messages);
		const fate = warning === undefined ? { tracked: true } : { tracked: false, warning };
		return items.flatMap((read): Line<TrackFailure>[] => {
			if ('failure' in read) return [read];
			return read.value.map(({ messageId }) => ({ item: read.item, json: { messageId, ...fate } }));
		});
	},
});
