import type { IExecuteFunctions } from 'n8n-workflow';

import { canBeSeen } from '../../../tracking/handOver';
import { getAccount } from '../../../transport/account';
import type { Account } from '../../../transport/account';
import { isFailure } from '../../shared/lines';
import type { Line } from '../../shared/lines';
import type { Operation } from '../../shared/operation';
import { readRunSettings } from '../../shared/runSettings';
import { cascadeField } from './cascadeField';
import { clientMessageIdFields } from './clientMessageIdFields';
import { hintEmpty, readRefusesEmpty } from './emptyPlaceholders';
import { deliver, lineBeforeSending } from './deliver';
import { optionsField } from './optionsField';
import { phoneFields } from './phoneFields';
import { planSend } from './plan';
import type { Plan } from './plan';
import { readWait } from './readOptions';
import { RunMemory } from './runMemory';
import { sendTelling } from './telling';
import { waitForFinalStates } from './waitForFinalStates';

/** Sends a message to the recipients of each input item. */
export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send message',
		description: 'Send a message through a cascade of channels',
	},
	fields: [...phoneFields, cascadeField, ...clientMessageIdFields, optionsField],
	telling: sendTelling,
	execute: async (context: IExecuteFunctions): Promise<Line[]> => {
		const options = context.getNodeParameter('options', 0, {});
		const settings = readRunSettings(options);
		const waitMilliseconds = readWait(options);
		const refusesEmpty = readRefusesEmpty(options);
		const account = await getAccount(context);
		const memory = new RunMemory(context);
		const plan = planSend(context, { account, settings, memory, refusesEmpty });
		const isUnfit = plan.slots.some((slot) => 'failure' in slot);
		if (isUnfit && !context.continueOnFail()) return [...plan.slots.flatMap((slot) => lineBeforeSending(slot) ?? []), ...memory.strays];
		hintUnseen(context, account, plan);
		const lines = await deliver(context, account, plan, settings, memory);
		hintRepeats(context, lines);
		hintEmpty(context, plan.emptyPlaceholders);
		const mustStop = lines.some(isFailure) && !context.continueOnFail();
		if (mustStop || waitMilliseconds === 0) return lines;
		return await waitForFinalStates(context, account, lines, settings, waitMilliseconds);
	},
};

/** Says so when data was attached for a trigger that cannot see this process, as in a worker of queue mode. */
function hintUnseen(context: IExecuteFunctions, account: Account, plan: Plan): void {
	const expectsReport = plan.slots.some((slot) => 'sending' in slot && Object.keys(slot.sending.recipient.data).length > 0);
	if (canBeSeen(account) || !(expectsReport || context.getMode() !== 'manual')) return;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message:
			'No Cascade Messaging Trigger has run in this n8n process, so none may report these messages. Activate one; in queue mode, choose to keep waiting messages in the n8n Data Table in the credential.',
	});
}

/** Says so when messages were not sent again: the same number or key for another message would be a message lost. */
function hintRepeats(context: IExecuteFunctions, lines: readonly Line[]): void {
	const repeats = lines.filter((line) => !isFailure(line) && line.json.repeat === true).length;
	if (repeats === 0) return;
	context.addExecutionHints({
		type: 'info',
		location: 'outputPane',
		message: `Not sent again: ${repeats} of ${lines.length}, because the gateway had taken ${repeats === 1 ? 'a message with its client message ID before. Its item has' : 'messages with their client message IDs before. Their items have'} "repeat": true.`,
	});
}
