import { askingOptions } from '../shared/account/options';
import { askingTelling } from '../shared/account/telling';
import { tellItems } from '../shared/account/tellItems';
import { limitFields, readLimit } from '../shared/limit';
import { operation } from '../shared/operation';
import { changeOfStopList } from './change';

/** Puts phones on the operator's stop list. */
export const addToStopList = changeOfStopList({
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add phone to stop list',
		description: 'Put phones on the stop list, so that the operator sends them nothing any more',
	},
	action: 'add',
	done: 'put on the stop list',
});

/** Takes phones off it. */
export const removeFromStopList = changeOfStopList({
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove phone from stop list',
		description: 'Take phones off the stop list',
	},
	action: 'delete',
	done: 'taken off the stop list',
});

/** Tells which phones are on it. */
export const getStopList = operation({
	option: { name: 'Get Many', value: 'getMany', action: 'Get many phones on stop list', description: 'Get the phones on the stop list' },
	fields: [...limitFields, askingOptions()],
	telling: askingTelling(),
	execute: async (context) =>
		await tellItems(context, {
			name: 'stopList',
			inVain: 'The stop list is not known.',
			read: readLimit,
			tell: ({ phones }, limit) => phones.slice(0, limit).map((phone) => ({ phone })),
		}),
});
