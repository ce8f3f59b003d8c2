import type { Channel, Revision } from './channel';
import type { Progress } from './progress';
import type { Engagement } from './timeline';

/** What an operator tells of the subscriber: the channel, the word its state becomes, and when that was (gateway time). */
interface ToldEngagement {
	readonly channel: Channel;
	readonly word: Engagement;
	readonly at: number;
}

/**
 * What the operator tells of a subscriber who has read a delivered message (PROTOCOL section 5): nothing in revision 1, and
 * nothing where the channel tells no such thing. At most one channel delivers a message.
 */
export function toldEngagement({ channels }: Progress, revision: Revision): ToldEngagement | null {
	if (revision === 1) return null;
	const delivered = channels.find(({ state, content }) => state === 'deliver' && content.row.tellsEngagement);
	return delivered?.engagement ? { channel: delivered.content.row, ...delivered.engagement } : null;
}
