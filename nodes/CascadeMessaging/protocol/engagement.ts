import type { ChannelName } from './channels';
import { CHANNEL_NAMES, CHANNELS } from './channels';
import type { Engagement } from './stateWords';

/** The channels whose states go on after delivery. */
export const TELLING_CHANNELS = CHANNEL_NAMES.filter((name) => CHANNELS[name].tellsEngagement === true);

const INFERRED: Readonly<Partial<Record<Engagement, readonly Engagement[]>>> = { linkOpened: ['read'] };

/**
 * What must have happened before, though the gateway may not have said it: a link cannot be opened unread. Whoever blocks the sender need
 * have read nothing.
 */
export function inferredFrom(engagement: Engagement): readonly Engagement[] {
	return INFERRED[engagement] ?? [];
}

/** Whether a message that a channel delivered can be followed: the channel tells what the subscriber does. */
export function canTell(deliveredBy: ChannelName | null): boolean {
	return deliveredBy !== null && TELLING_CHANNELS.includes(deliveredBy);
}
