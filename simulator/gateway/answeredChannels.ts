import type { Channel } from './channel';
import type { ChannelContent } from './content';

/**
 * The channels an answer lists: those of revision 1 always, later ones only where the cascade has them, so that senders
 * of revision 1 meet nothing new (PROTOCOL section 7).
 * @param channels all the operator has
 * @param cascade the steps of the message; none for a message nobody knows
 */
export function answeredChannels(channels: readonly Channel[], cascade: readonly ChannelContent[]): readonly Channel[] {
	return channels.filter((channel) => channel.revision === 1 || cascade.some(({ row }) => row === channel));
}
