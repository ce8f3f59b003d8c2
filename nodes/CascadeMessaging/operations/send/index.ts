import type { IExecuteFunctions } from 'n8n-workflow';

import { getAccount } from '../../transport/account';
import type { Line } from '../lines';
import type { Operation } from '../operation';
import { cascadeField } from './cascadeField';
import { deliver } from './deliver';
import { optionsField } from './optionsField';
import { phoneFields } from './phoneFields';
import { planSend } from './plan';
import { readRunSettings } from '../runSettings';

/** Sends a message to the recipients of each input item. */
export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send message',
		description: 'Send a message through a cascade of channels',
	},
	fields: [...phoneFields, cascadeField, optionsField],
	execute: async (context: IExecuteFunctions): Promise<Line[]> => {
		const settings = readRunSettings(context.getNodeParameter('options', 0, {}));
		const account = await getAccount(context);
		const plan = planSend(context, account, settings);
		const unfit = plan.slots.flatMap((slot) => ('failure' in slot ? [slot] : []));
		const stops = unfit.length > 0 && !context.continueOnFail();
		return stops ? unfit : await deliver(context, account, plan, settings);
	},
};
