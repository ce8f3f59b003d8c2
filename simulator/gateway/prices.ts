import { CHANNEL_TABLE } from './channels';
import type { ChannelContent } from './content';
import type { ChannelProgress } from './progress';

/**
 * What a channel has cost so far, in hundredths: nothing before its turn; then its price, by part for SMS. A channel
 * that refunds gives the money back when it ends without delivery.
 */
export function chargeOf(content: ChannelContent, progress: ChannelProgress): number {
	const { price } = CHANNEL_TABLE[content.channel];
	const begun = progress.phase === 'trying' || progress.phase === 'ended';
	const lost = progress.state === 'not_deliver' || progress.state === 'expired';
	if (!begun || (lost && price.refunded)) return 0;
	return price.hundredths * content.parts;
}

/**
 * Writes money as the gateway does: `0`, `3.40`, or `1,15` where the channel uses a comma.
 * @param hundredths of the operator's money
 */
export function formatPrice(hundredths: number, separator: '.' | ','): string {
	return hundredths === 0 ? '0' : (hundredths / 100).toFixed(2).replace('.', separator);
}
