import type { IDataObject } from 'n8n-workflow';

import type { Price } from '../../protocol';
import { askingOptions } from '../shared/account/options';
import { askingTelling } from '../shared/account/telling';
import { tellItems } from '../shared/account/tellItems';
import { operation } from '../shared/operation';

/** Tells what is left on the account, and what messages cost. */
export const getBalance = operation({
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get account balance',
		description: 'Get the money on the account, and what a message part costs by operator and channel',
	},
	fields: [askingOptions()],
	telling: askingTelling(),
	execute: async (context) =>
		await tellItems(context, {
			name: 'balance',
			inVain: 'The balance is not known.',
			read: () => undefined,
			tell: ({ amount, currency, prices }) => [{ balance: amount, currency, prices: prices.map(priceJson) }],
		}),
});

/** `remaining` is how many would go if all the money were spent on them. */
function priceJson({ channel, operator, price, remaining, textKind, mcc, mnc }: Price): IDataObject {
	return { channel, operator, price, remaining, textKind, mcc, mnc };
}
