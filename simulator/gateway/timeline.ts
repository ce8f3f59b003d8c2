import type { Cascade, ChannelContent } from './content';
import type { Behaviour, Fate } from './fate';

/** A channel's word in a state answer (PROTOCOL section 5); `send` is not final. */
export type ChannelState = 'send' | 'deliver' | 'not_deliver' | 'expired' | 'partly_deliver';

/** What a subscriber did with a message that was delivered (PROTOCOL section 5, revision 2). */
export type Engagement = 'read' | 'link' | 'unsubscribe';

/** How long after reading a subscriber opens the link, or blocks the sender, in milliseconds. */
const AFTER_READING = { link: 30_000, unsubscribe: 60_000 } as const;

/** What one channel does. All times are gateway milliseconds after the message's start; Infinity = never. */
export interface Step {
	readonly startsAfter: number;
	readonly endsAfter: number;
	/** Its final state. */
	readonly state: ChannelState;
	/** When the message appears on the phone, and when it is read there. */
	readonly shownAfter: number;
	readonly readAfter: number;
	/** What the subscriber does after reading, and when. */
	readonly next: { readonly word: Engagement; readonly after: number } | null;
}

/** The whole journey of a message, fixed when it is accepted. */
export interface Timeline {
	readonly steps: readonly Step[];
	readonly endsAfter: number;
	/** The overall final state: that of the last channel tried. */
	readonly state: ChannelState;
}

/** States after which the cascade goes on to the next channel. After `partly_deliver` it does not: it may have arrived. */
const MOVES_ON: ReadonlySet<ChannelState> = new Set(['not_deliver', 'expired']);

/**
 * Works out in advance how a cascade will go (PROTOCOL section 1): each channel begins when the one before it ended without delivery.
 * @param fate how each channel ends for this subscriber
 */
export function buildTimeline(cascade: Cascade, fate: Fate): Timeline {
	const steps: Step[] = [];
	let at = 0;
	for (const content of cascade) {
		const step = runChannel(content, fate.channels?.[content.channel] ?? fate.usually, at);
		steps.push(step);
		at = step.endsAfter;
		if (!MOVES_ON.has(step.state)) break;
	}
	return { steps, endsAfter: at, state: steps.at(-1)?.state ?? 'not_deliver' };
}

function runChannel(content: ChannelContent, behaviour: Behaviour, start: number): Step {
	const { seconds } = content.row;
	const validity = content.validityMinutes * 60_000;
	const hidden = { startsAfter: start, shownAfter: Infinity, readAfter: Infinity, next: null };
	const end = (state: ChannelState, after: number): Step =>
		after > validity ? { ...hidden, state: 'expired', endsAfter: start + validity } : { ...hidden, state, endsAfter: start + after };
	switch (behaviour.ending) {
		case 'never':
			return { ...hidden, state: 'send', endsAfter: Infinity };
		case 'expired':
			return end('expired', validity);
		case 'partly_deliver':
			return { ...end('partly_deliver', validity), shownAfter: start + seconds.deliver * 1000 };
		case 'not_deliver':
			return end('not_deliver', (behaviour.seconds ?? seconds.notDeliver) * 1000);
		case 'deliver':
		case 'read':
			return deliver(content, behaviour, end);
	}
}

/** With `finale_viber_read` only "read" counts; a message not read in time expires, though the phone shows it. */
function deliver(content: ChannelContent, behaviour: Behaviour, end: (state: ChannelState, after: number) => Step): Step {
	const { seconds } = content.row;
	const shown = (behaviour.seconds ?? seconds.deliver) * 1000;
	const readDelay = behaviour.seconds === 0 ? 0 : seconds.read * 1000;
	const read = behaviour.ending === 'read' ? shown + readDelay : Infinity;
	const step = end('deliver', content.finaleRead ? read : shown);
	const inTime = shown <= content.validityMinutes * 60_000;
	const isRead = inTime && step.state === 'deliver' && read !== Infinity;
	const readAfter = isRead ? step.startsAfter + read : Infinity;
	return {
		...step,
		shownAfter: inTime ? step.startsAfter + shown : Infinity,
		readAfter,
		next: behaviour.then ? { word: behaviour.then, after: readAfter + AFTER_READING[behaviour.then] } : null,
	};
}
