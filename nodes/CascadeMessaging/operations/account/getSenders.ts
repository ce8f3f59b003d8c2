import type { IDataObject } from 'n8n-workflow';

import type { Senders } from '../../protocol';
import { askingOptions } from '../shared/account/options';
import { askingTelling } from '../shared/account/telling';
import { tellItems } from '../shared/account/tellItems';
import { operation } from '../shared/operation';

/** Tells which sender names the account may use. */
export const getSenders = operation({
	option: {
		name: 'Get Senders',
		value: 'getSenders',
		action: 'Get account senders',
		description: 'Get the sender names of the account, and whether each may be used',
	},
	fields: [askingOptions()],
	telling: askingTelling(),
	execute: async (context) =>
		await tellItems(context, { name: 'senders', inVain: 'The senders are not known.', read: () => undefined, tell: senderLines }),
});

/** Where any name will do, there may be no list: then one line without a name says so. */
function senderLines({ any, senders }: Senders): IDataObject[] {
	if (any === true && senders.length === 0) return [{ sender: null, usable: true, state: null, anySender: true }];
	return senders.map(({ name, state }) => ({
		sender: name,
		usable: any === true || (state === null ? null : state === 'usable'),
		state,
		anySender: any,
	}));
}
