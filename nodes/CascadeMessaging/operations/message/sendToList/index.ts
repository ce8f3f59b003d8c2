import { PROTOCOLS } from '../../../protocol';
import { ItemError } from '../../shared/failure';
import { newerGatewayNotice } from '../../shared/newerGateway';
import { operation } from '../../shared/operation';
import { cascadeFields } from '../send/cascade';
import { deliver } from '../send/deliver';
import type { SendFailure } from '../send/failure';
import { hintEmpty } from '../send/hints';
import { linesOfUnfit } from '../send/plan';
import type { SendRun } from '../send/run';
import { beginRun, safely } from '../send/run';
import { sendAtField } from '../send/sendAt';
import { contactListsField } from './contactLists';
import type { EncodeLists } from './listRequest';
import { ListRequest } from './listRequest';
import { optionsField } from './options';
import { planLists } from './planLists';
import { listTelling } from './telling';

/** Sends a message to all who are on contact lists kept at the operator. */
export const sendToList = operation<SendFailure>({
	option: {
		name: 'Send to List',
		value: 'sendToList',
		action: 'Send message to contact list',
		description: 'Send a message to all who are on contact lists kept at the operator',
	},
	fields: [newerGatewayNotice, contactListsField, ...cascadeFields, sendAtField, optionsField],
	telling: listTelling,
	execute: async (context) => {
		const run = await beginRun(context);
		const encode = encoderFor(run);
		const plan = await planLists(run);
		const unfit = linesOfUnfit(run, plan.slots);
		if (unfit !== undefined) return unfit;
		const lines = await deliver(run, plan, (messages, number) => new ListRequest(run, encode, messages, number));
		await safely(run, () => hintEmpty(context, plan.emptyPlaceholders), undefined);
		return lines;
	},
});

/** How the chosen protocol writes requests to contact lists; throws `ItemError` where it has no place for them. */
function encoderFor({ settings }: SendRun): EncodeLists {
	const { title, encodeLists } = PROTOCOLS[settings.protocol];
	if (encodeLists !== undefined) return encodeLists;
	const message = `${title} has no place for contact lists. Choose the protocol JSON.`;
	throw new ItemError({ code: 'protocolCannotCarry', field: 'Protocol', message });
}
