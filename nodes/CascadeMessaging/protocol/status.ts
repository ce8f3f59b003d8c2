import type { ChannelState, StateRecord } from './answers';
import { CHANNEL_NAMES } from './channels';
import type { ChannelName } from './channels';
import { fromGatewayTime } from './gatewayTime';
import { readState } from './states';
import type { Outcome } from './states';

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
	readonly channels: Readonly<Partial<Record<ChannelName, ChannelState>>>;
	/** What all channels charged together; null when the gateway names no price. */
	readonly totalPrice: number | null;
}

/** Turns a state record into a status; `timeZone` is the IANA name of the gateway's (PROTOCOL.md sections 5 and 6.2). */
export function statusOf({ messageId, state, changedAt, channels }: StateRecord, timeZone: string): Status {
	const { outcome, final } = readState(state);
	const delivered = CHANNEL_NAMES.find((name) => channels[name]?.state === 'deliver');
	return {
		messageId,
		outcome,
		final,
		state,
		changedAt: changedAt === null ? null : fromGatewayTime(changedAt, timeZone),
		deliveredBy: outcome === 'delivered' ? (delivered ?? null) : null,
		channels,
		totalPrice: sumOfPrices(Object.values(channels)),
	};
}

/** Prices have a few decimals; adding them as fractions would leave traces such as 4.550000000000001. */
const PRECISION = 1e6;

function sumOfPrices(channels: readonly ChannelState[]): number | null {
	const prices = channels.flatMap(({ price }) => (price === null ? [] : [price]));
	if (prices.length === 0) return null;
	return Math.round(prices.reduce((sum, price) => sum + price * PRECISION, 0)) / PRECISION;
}
