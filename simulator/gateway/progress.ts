import type { Channel } from './channels';
import type { AcceptedMessage } from './message';
import type { ChannelState, Step } from './timeline';

/** How far one channel of a cascade is at a moment. */
export interface ChannelProgress {
	readonly channel: Channel;
	readonly state: ChannelState;
	/** Whether its turn has not come, it is at work, it has ended, or it was never needed. */
	readonly phase: 'waiting' | 'trying' | 'ended' | 'skipped';
	/** Whether the subscriber has the message on the phone by now. */
	readonly shown: boolean;
	readonly read: boolean;
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
	const { timeline, startsAt, content, fate } = message;
	const elapsed = now - startsAt;
	const final = elapsed >= timeline.endsAfter;
	const channels = content.cascade.map(({ channel }, index) =>
		channelAt(channel, timeline.steps[index], elapsed, final),
	);
	return {
		state: final ? (fate.stateText ?? timeline.state) : 'send',
		final,
		changedAt: lastChange(message, elapsed),
		channels,
	};
}

function channelAt(channel: Channel, step: Step | undefined, elapsed: number, final: boolean): ChannelProgress {
	if (!step || elapsed < step.startsAfter) {
		return { channel, state: 'send', phase: final ? 'skipped' : 'waiting', shown: false, read: false };
	}
	const ended = elapsed >= step.endsAfter;
	return {
		channel,
		state: ended ? step.state : 'send',
		phase: ended ? 'ended' : 'trying',
		shown: elapsed >= step.shownAfter,
		read: elapsed >= step.readAfter,
	};
}

function lastChange({ timeline, startsAt, acceptedAt }: AcceptedMessage, elapsed: number): number {
	if (elapsed < 0) return acceptedAt;
	const ended = timeline.steps.findLast((step) => step.endsAfter <= elapsed);
	return startsAt + (ended?.endsAfter ?? 0);
}
