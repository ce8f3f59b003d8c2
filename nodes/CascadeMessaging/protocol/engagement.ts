import { CHANNEL_NAMES, CHANNELS } from './channels';
import type { Status } from './messageStatus';
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

/** Whether a later answer of the gateway may tell of another engagement: a channel that tells has delivered, and nobody has unsubscribed. */
export function mayTellMore({ deliveredBy, engagement }: Pick<Status, 'deliveredBy' | 'engagement'>): boolean {
	return deliveredBy !== null && TELLING_CHANNELS.includes(deliveredBy) && engagement !== 'unsubscribed';
}
