import type { ChannelContent } from './content';
import type { AcceptedMessage } from './message';
import type { ChannelState, Engagement, Step } from './timeline';

/** How far one channel of a cascade is at a moment. */
export interface ChannelProgress {
	/** The channel, and what it shows. */
	readonly content: ChannelContent;
	readonly state: ChannelState;
	/** Whether its turn has not come, it is at work, it has ended, or it was never needed. */
	readonly phase: 'waiting' | 'trying' | 'ended' | 'skipped';
	/** Since when the subscriber has the message on the phone, gateway time; null = not yet. */
	readonly shownAt: number | null;
	readonly read: boolean;
	/** What a part costs more than the channel's price, in hundredths. */
	readonly surcharge: number;
	/** The last thing the subscriber did with the message, and the gateway time of it. */
	readonly engagement: { readonly word: Engagement; readonly at: number } | null;
}

/** How far a message is at a moment. */
export interface Progress {
	/** Overall state (PROTOCOL section 5), or a text of the gateway's own. */
	readonly state: string;
	readonly final: boolean;
	/** Gateway time of the last change, milliseconds since 1970 (UTC). */
	readonly changedAt: number;
	/** One entry per channel of the cascade, in its order. */
	readonly channels: readonly ChannelProgress[];
}

/**
 * Works out a message's state at a moment: pure, nothing is stored and no timer runs.
 * @param now gateway time, milliseconds since 1970 (UTC)
 */
export function progressAt(message: AcceptedMessage, now: number): Progress {
	const { timeline, startsAt, content, fate, surcharge } = message;
	const elapsed = now - startsAt;
	const final = elapsed >= timeline.endsAfter;
	const channels = content.cascade.map((one, index) =>
		withDeeds(channelAt(one, timeline.steps[index], { elapsed, startsAt, final, surcharge }), message),
	);
	return {
		state: final ? (fate.stateText ?? timeline.state) : 'send',
		final,
		changedAt: lastChange(message, elapsed),
		channels,
	};
}

/** Whether a channel's turn has come. */
export function hasBegun({ phase }: ChannelProgress): boolean {
	return phase === 'trying' || phase === 'ended';
}

interface Moment {
	readonly surcharge: number;
	readonly elapsed: number;
	readonly startsAt: number;
	readonly final: boolean;
}

function channelAt(content: ChannelContent, step: Step | undefined, { elapsed, startsAt, final, surcharge }: Moment): ChannelProgress {
	if (!step || elapsed < step.startsAfter) {
		return { content, state: 'send', phase: final ? 'skipped' : 'waiting', shownAt: null, read: false, surcharge, engagement: null };
	}
	const ended = elapsed >= step.endsAfter;
	return {
		content,
		state: ended ? step.state : 'send',
		phase: ended ? 'ended' : 'trying',
		shownAt: elapsed >= step.shownAfter ? startsAt + step.shownAfter : null,
		read: elapsed >= step.readAfter,
		surcharge,
		engagement: engagementAt(step, elapsed, startsAt),
	};
}

function engagementAt({ readAfter, next }: Step, elapsed: number, startsAt: number): ChannelProgress['engagement'] {
	if (next && elapsed >= next.after) return { word: next.word, at: startsAt + next.after };
	return elapsed >= readAfter ? { word: 'read', at: startsAt + readAfter } : null;
}

function lastChange({ timeline, startsAt, acceptedAt }: AcceptedMessage, elapsed: number): number {
	if (elapsed < 0) return acceptedAt;
	const ended = timeline.steps.findLast((step) => step.endsAfter <= elapsed);
	return startsAt + (ended?.endsAfter ?? 0);
}

/** A delivered channel, with what the subscriber did by hand. What a fate would have done after the sender was blocked is not done. */
function withDeeds(channel: ChannelProgress, { deeds = [] }: AcceptedMessage): ChannelProgress {
	if (channel.state !== 'deliver' || deeds.length === 0) return channel;
	const last = deeds.findLast(({ word }) => word === 'unsubscribe') ?? deeds.at(-1) ?? null;
	const { engagement } = channel;
	const isOver = last?.word === 'unsubscribe' || engagement === null || (last !== null && last.at >= engagement.at);
	return { ...channel, read: true, engagement: isOver ? last : engagement };
}
