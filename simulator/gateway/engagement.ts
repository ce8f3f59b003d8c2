import { CHANNEL_TABLE, type Channel } from './channels';
import type { Revision } from './knownFields';
import type { Progress } from './progress';
import type { Engagement } from './timeline';

/** What an operator tells of the subscriber: by which channel, the word in its state, and the gateway time of it. */
interface ToldEngagement {
	readonly channel: Channel;
	readonly word: Engagement;
	readonly at: number;
}

/**
 * What is told of what the subscriber did with a delivered message (PROTOCOL section 5): nothing in revision 1, and
 * nothing where the channel does not say so. The subscriber has it from one channel at most.
 */
export function toldEngagement(progress: Progress, revision: Revision): ToldEngagement | null {
	if (revision === 1) return null;
	const channel = progress.channels.find((one) => one.state === 'deliver' && CHANNEL_TABLE[one.channel].tellsEngagement);
	return channel?.engagement ? { channel: channel.channel, ...channel.engagement } : null;
}
