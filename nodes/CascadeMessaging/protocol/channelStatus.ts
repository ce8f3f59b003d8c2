import type { ChannelState, StateRecord } from './answers';
import type { ChannelName } from './channels';
import { channelNamesIn } from './channels';
import type { Engagement, Outcome, State } from './stateWords';
import { ENGAGEMENTS, knownState } from './stateWords';

/** What became of a message in one channel, in our word beside the gateway's. */
export interface ChannelStatus extends ChannelState {
	readonly outcome: Outcome | 'notUsed';
}

/** The channels of a message, by name. */
export type ChannelStatuses = Readonly<Partial<Record<ChannelName, ChannelStatus>>>;

/**
 * Reads the channels of a state record (docs/protocol.md section 5). A channel's `send`, or no word at all, means that it did not send.
 * A record alone does not tell the channel that is being tried from those that will never be tried, unless it has charged already:
 * then it is `inProgress`, or `unknown` once the message is final. Where the gateway knows no state of the message, a channel without
 * a word is `unknown`.
 */
export function channelStatusesOf({ state, channels }: Pick<StateRecord, 'state' | 'channels'>): ChannelStatuses {
	const overall = knownState(state);
	return Object.fromEntries(
		Object.entries(channels).map(([name, channel]) => [name, { outcome: outcomeOf(channel, overall), ...channel }]),
	);
}

function outcomeOf({ state, price, parts }: ChannelState, overall: State | undefined): ChannelStatus['outcome'] {
	const known = state === null ? undefined : knownState(state);
	if (known?.final === true) return known.outcome;
	if (state !== null && known === undefined) return 'unknown';
	const isCharged = (price ?? 0) > 0 || (parts ?? 0) > 0;
	if (isCharged) return overall?.final === false ? 'inProgress' : 'unknown';
	return state === null && overall === undefined ? 'unknown' : 'notUsed';
}

const LACKING: ChannelStatus = { outcome: 'unknown', state: null, price: null };

/**
 * The channels of a message whose cascade is known: these alone, in their order, and whatever else the gateway says it used. While
 * the message is under way (`isUnderWay`), the first channel that has not ended is the one being tried. A channel the protocol
 * does not tell of is `unknown`.
 */
export function inCascade(statuses: ChannelStatuses, cascade: readonly ChannelName[], isUnderWay: boolean): ChannelStatuses {
	const tried = isUnderWay ? cascade.find((name) => !hasEnded(statuses[name])) : undefined;
	const others = channelNamesIn(statuses).filter((name) => !cascade.includes(name) && isUsed(statuses[name]));
	const all = [...cascade, ...others].map((name) => {
		const status = statuses[name] ?? LACKING;
		return [name, name === tried && status.outcome === 'notUsed' ? { ...status, outcome: 'inProgress' } : status] as const;
	});
	return Object.fromEntries(all);
}

const ENDED: readonly unknown[] = ['notDelivered', 'expired', 'noReceipt'];

function hasEnded(status: ChannelStatus | undefined): boolean {
	return ENDED.includes(status?.outcome);
}

function isUsed(status: ChannelStatus | undefined): boolean {
	if (status === undefined || status.outcome === 'notUsed') return false;
	return status.state !== null || (status.price ?? 0) > 0;
}

/** From the least to the most telling. */
const TELLING: readonly (Engagement | undefined)[] = [undefined, ...ENGAGEMENTS];

/** What the subscriber did with a message: the most telling of all that a record says; null when it says nothing. */
export function engagementOf({ state, channels }: Pick<StateRecord, 'state' | 'channels'>): Engagement | null {
	const words = [state, ...Object.values(channels).map((channel) => channel.state ?? '')];
	const most = Math.max(...words.map((word) => TELLING.indexOf(knownState(word)?.engagement)));
	return TELLING[most] ?? null;
}
