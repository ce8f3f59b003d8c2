import type { IExecuteFunctions } from 'n8n-workflow';

import { statusOf } from '../../protocol/status';
import { recentIds } from '../../tracking/recentIds';
import { getAccount } from '../../transport/account';
import type { Account } from '../../transport/account';
import { askStates } from '../../transport/askStates';
import { NOT_ANSWERED } from '../../transport/stateReply';
import type { StateReply } from '../../transport/stateReply';
import { readItems } from '../itemLoop';
import type { Line } from '../lines';
import type { Operation } from '../operation';
import { ParameterReader } from '../parameterReader';
import { readMessageIds } from '../readMessageIds';
import { readRunSettings } from '../runSettings';
import { statusJson } from '../statusJson';
import { getStatusFields, isSplit } from './fields';
import { outputOf } from './outputs';
import { getStatusTelling } from './telling';

/** Asks what became of messages. */
export const getStatus: Operation = {
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get message status',
		description: 'Get what became of messages: delivered, not delivered, in progress',
	},
	fields: getStatusFields,
	telling: getStatusTelling,
	execute: async (context) => {
		const settings = readRunSettings(context.getNodeParameter('options', 0, {}));
		const hasOutputs = isSplit(context);
		const account = await getAccount(context);
		const items = readIds(context);
		const ids = items.flatMap((read) => ('value' in read ? read.value : []));
		const replies = await askStates(context, account, ids, {
			...settings,
			idsPerRequest: settings.recipientsPerRequest,
			signal: context.getExecutionCancelSignal(),
		});
		return items.flatMap((read): Line[] => {
			if ('failure' in read) return [read];
			return read.value.map((id) => lineOf(read.item, id, replies.get(id), account, hasOutputs));
		});
	},
};

function readIds(context: IExecuteFunctions): ReturnType<typeof readItems<string[]>> {
	const reader = new ParameterReader(context);
	return readItems(context.getInputData().length, (item) => readMessageIds(reader, item));
}

function lineOf(item: number, messageId: string, reply: StateReply | undefined, { key, timeZone }: Account, hasOutputs: boolean): Line {
	if (reply === undefined || 'trouble' in reply) {
		const { code, message, ...reason } = reply?.trouble ?? NOT_ANSWERED;
		const failure = { code, ...reason, message: `The status of message ${messageId} is not known. ${message}`, messageId };
		return { item, failure };
	}
	const status = statusOf(reply.record, timeZone, recentIds.ageOf(key, messageId, Date.now()));
	return { item, json: statusJson(status), ...(hasOutputs && { output: outputOf(status.outcome) }) };
}
