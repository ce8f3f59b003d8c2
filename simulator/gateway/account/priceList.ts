import type { Row } from '../answer';
import type { Gateway } from '../gateway';
import { formatPrice } from '../prices';
import { NETWORKS } from './numberPlan';

/**
 * What one part costs in each network and channel, and how many would still go (PROTOCOL section 8). All networks cost the same:
 * a message is charged by its channel alone.
 */
export function priceList({ channels, balance }: Gateway): Row[] {
	return NETWORKS.flatMap(({ area, mcc, mnc }) =>
		channels.map(({ name, title, price: { hundredths } }) => ({
			area,
			number: String(Math.max(0, Math.floor(balance / hundredths))),
			price: formatPrice(hundredths, '.'),
			type_sms: name,
			type_text: title,
			MCC: mcc,
			MNC: mnc,
		})),
	);
}
