import { priceList } from '../../gateway/account/priceList';
import { formatWallTime } from '../../gateway/wallTime';
import type { Question } from './question';

/** The money on the account, and what it is enough for. */
export const balance: Question = {
	fields: [],
	answer: (gateway) => ({
		money: { currency: gateway.account.settings.currency, value: String(gateway.balance / 100) },
		sms: priceList(gateway),
	}),
};

/** The sender names the account may use. */
export const originator: Question = {
	fields: [],
	answer: ({ account: { settings } }) =>
		settings.anyOriginator
			? { any_originator: 'TRUE' }
			: {
					any_originator: 'FALSE',
					list_originator: settings.originators.map((one) => ({ state: one.state, originator: one.originator })),
				},
};

/** The clock of the account. */
export const time: Question = {
	fields: [],
	answer: ({ clock, account }) => ({ time: formatWallTime(clock.now(), account.settings.timeZone) }),
};
