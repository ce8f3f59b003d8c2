import { askingOptions } from '../shared/account/options';
import { askingTelling } from '../shared/account/telling';
import { tellItems } from '../shared/account/tellItems';
import { limitFields, readLimit } from '../shared/limit';
import { operation } from '../shared/operation';

/** Tells which contact lists there are. */
export const getContactLists = operation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many contact lists',
		description: 'Get the contact lists kept at the operator',
	},
	fields: [...limitFields, askingOptions()],
	telling: askingTelling(),
	execute: async (context) =>
		await tellItems(context, {
			name: 'contactLists',
			inVain: 'The contact lists are not known.',
			read: readLimit,
			tell: (lists, limit) => lists.slice(0, limit).map(({ id, name }) => ({ contactList: id, name })),
		}),
});
