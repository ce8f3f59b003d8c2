import { simplifyFields } from '../../../tracking/simplify';
import { isFailure } from '../../shared/lines';
import { operation } from '../../shared/operation';
import { recipientFields } from '../../shared/phone';
import { cascadeFields } from './cascade';
import { clientMessageIdFields } from './clientMessageId';
import { deliver } from './deliver';
import type { SendFailure } from './failure';
import { hintEmpty, hintLater, hintRepeats, hintUnknownZones, hintUnseen } from './hints';
import { optionsField } from './options';
import { linesOfUnfit, planSend } from './plan';
import { beginRun, safely } from './run';
import { sendAtField } from './sendAt';
import { sendRequests } from './sendRequest';
import { sendTelling } from './telling';
import { waitForFinalStates } from './waitForFinalStates';

/** Sends a message to the recipients of each input item. */
export const send = operation<SendFailure>({
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send message',
		description: 'Send a message through a cascade of channels',
	},
	fields: [...recipientFields, ...cascadeFields, ...clientMessageIdFields, sendAtField, ...simplifyFields, optionsField],
	telling: sendTelling,
	execute: async (context) => {
		const run = await beginRun(context);
		const plan = await planSend(run, { stopsAll: !context.continueOnFail() });
		const unfit = linesOfUnfit(run, plan.slots);
		if (unfit !== undefined) return unfit;
		await safely(run, () => hintUnseen(context, run.account, plan), undefined);
		await safely(run, () => hintUnknownZones(context, plan), undefined);
		const lines = await deliver(run, plan, sendRequests(run));
		await safely(run, () => hintRepeats(context, lines), undefined);
		await safely(run, () => hintEmpty(context, plan.emptyPlaceholders), undefined);
		const mustStop = lines.some(isFailure) && !context.continueOnFail();
		if (mustStop || run.settings.waitMilliseconds === 0) return lines;
		const waited = await safely(run, () => waitForFinalStates(run, lines), lines);
		await safely(run, () => hintLater(context, waited, Date.now()), undefined);
		return waited;
	},
});
