import { type ChannelProgress, hasBegun } from './progress';

/**
 * What a channel has cost so far, in hundredths: nothing before its turn; then its price, for each part where it is charged by part.
 * A channel that refunds gives the money back when it ends without delivery.
 */
export function chargeOf(progress: ChannelProgress): number {
	const { row, parts } = progress.content;
	const isLost = progress.state === 'not_deliver' || progress.state === 'expired';
	if (!hasBegun(progress) || (isLost && row.price.refunded)) return 0;
	return (row.price.hundredths + progress.surcharge) * parts;
}

/** What all channels of a message have cost so far, in hundredths. */
export function totalCharge(channels: readonly ChannelProgress[]): number {
	return channels.reduce((sum, one) => sum + chargeOf(one), 0);
}

/**
 * Writes money as the gateway does: `0`, `3.40`, or `1,15` where the channel uses a comma.
 * @param hundredths of the operator's money
 */
export function formatPrice(hundredths: number, separator: '.' | ','): string {
	return hundredths === 0 ? '0' : (hundredths / 100).toFixed(2).replace('.', separator);
}
