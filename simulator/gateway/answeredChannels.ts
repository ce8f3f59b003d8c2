import type { Channel } from './channels';
import type { ChannelContent } from './content';

/**
 * The channels an answer lists: those of revision 1 always, in the order given, and WhatsApp only where the cascade
 * has it, so that senders of revision 1 meet nothing new (PROTOCOL section 7).
 */
export function answeredChannels(cascade: readonly ChannelContent[], order: readonly Channel[]): readonly Channel[] {
	return cascade.some(({ channel }) => channel === 'whatsapp') ? [...order, 'whatsapp'] : order;
}
