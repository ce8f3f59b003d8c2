import type { Row } from '../answer';
import type { Gateway } from '../gateway';
import { formatPrice } from '../prices';
import { NETWORKS } from './numberPlan';
import type { AccountSettings } from './settings';

/**
 * What one part costs in each network and channel, and how many would still go (PROTOCOL section 8). All networks cost the same, but for the
 * surcharges of the account.
 */
export function priceList({ channels, balance, account: { settings } }: Gateway): Row[] {
	return NETWORKS.flatMap(({ area, mcc, mnc }) =>
		channels.map(({ name, title, price: { hundredths } }) => {
			const price = hundredths + surchargeOf(settings, area);
			return {
				area,
				number: String(Math.max(0, Math.floor(balance / price))),
				price: formatPrice(price, '.'),
				type_sms: name,
				type_text: title,
				MCC: mcc,
				MNC: mnc,
			};
		}),
	);
}

/** What a part costs more in a network, in hundredths. */
export function surchargeOf({ surcharges }: Pick<AccountSettings, 'surcharges'>, area: string): number {
	return Math.round((surcharges[area] ?? 0) * 100);
}
