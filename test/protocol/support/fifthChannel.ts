import type { ChannelName, ChannelTable } from '../../../nodes/CascadeMessaging/protocol/channels';
import { CHANNELS } from '../../../nodes/CascadeMessaging/protocol/channels';
import { contentField } from '../../../nodes/CascadeMessaging/protocol/contentFields';

/** A channel there is not. The compiler knows four names only; what reads a table of channels need know none. */
export const TELEGRAM = 'telegram' as string as ChannelName;

/** The table of channels with one row more: nothing else is to be done for a new channel. */
export const FIVE_CHANNELS: ChannelTable = {
	...CHANNELS,
	[TELEGRAM]: {
		title: 'Telegram',
		order: 'send_telegram',
		id: 'id_telegram',
		state: 'state_telegram',
		price: 'price_telegram',
		parts: 'num_parts_telegram',
		fields: [
			contentField('text', { wire: 'text_telegram', description: 'The text of the message', required: true, maxLength: 10 }),
			contentField('validityPeriod', { wire: 'validity_period_telegram', description: 'How many minutes to try' }),
			contentField('finaleRead', { wire: 'finale_telegram_read', description: 'Whether only read counts' }),
			contentField('templateData', { wire: 'data_telegram', description: 'The values to put into the text' }),
		],
	},
};
