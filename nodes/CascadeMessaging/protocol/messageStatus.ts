import type { ChannelState, StateRecord } from './answers';
import type { ChannelName } from './channels';
import { channelNamesIn } from './channels';
import type { ChannelStatuses } from './channelStatus';
import { channelStatusesOf, engagementOf } from './channelStatus';
import { fromGatewayTime } from './gatewayTime';
import { fromMillionths, toMillionths } from './money';
import type { Engagement, Outcome } from './stateWords';
import { readState } from './stateWords';

/** What became of a message, as every operation and the trigger give it. */
export interface Status {
	readonly messageId: string;
	readonly outcome: Outcome;
	/** Whether the outcome will not change any more. */
	readonly final: boolean;
	/** The overall state in the gateway's words. */
	readonly state: string;
	/** ISO 8601 with the offset of the gateway's time zone; null when the gateway does not say. */
	readonly changedAt: string | null;
	/** The channel that delivered; null when none did or the protocol does not say. */
	readonly deliveredBy: ChannelName | null;
	/** What the subscriber did with it; null when the gateway does not say. */
	readonly engagement: Engagement | null;
	readonly channels: ChannelStatuses;
	/** What all channels charged together; null when the gateway names no price. */
	readonly totalPrice: number | null;
}

/**
 * Turns a state record into a status; `timeZone` is the IANA name of the gateway's (docs/protocol.md sections 5 and 6.2). `age` is how long
 * ago the gateway gave us the ID, in milliseconds, where that is known: some servers of the gateway may not know a new ID yet.
 *
 * @throws {RangeError} for a time zone that `isTimeZone` does not accept
 */
export function statusOf(record: StateRecord, timeZone: string, age?: number): Status {
	const { messageId, state, changedAt } = record;
	const { outcome, final } = readState(state, age);
	const channels = channelStatusesOf(record);
	const delivered = channelNamesIn(channels).find((name) => channels[name]?.outcome === 'delivered');
	return {
		messageId,
		outcome,
		final,
		state,
		changedAt: changedAt === null ? null : fromGatewayTime(changedAt, timeZone),
		deliveredBy: outcome === 'delivered' ? (delivered ?? null) : null,
		engagement: engagementOf(record),
		channels,
		totalPrice: sumOfPrices(Object.values(channels)),
	};
}

function sumOfPrices(channels: readonly ChannelState[]): number | null {
	const prices = channels.flatMap(({ price }) => (price === null ? [] : [price]));
	if (prices.length === 0) return null;
	return fromMillionths(prices.reduce((sum, price) => sum + toMillionths(price), 0));
}
