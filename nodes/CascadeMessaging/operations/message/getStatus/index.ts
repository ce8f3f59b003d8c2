import { simplifyFields } from '../../../tracking/simplify';
import { getAccount } from '../../../transport/account';
import { askStates } from '../../../transport/askStates';
import { readItems } from '../../shared/itemLoop';
import type { Line } from '../../shared/lines';
import { operation } from '../../shared/operation';
import { ParameterReader } from '../../shared/parameterReader';
import { toValues } from '../../shared/values';
import { messageIdField, readMessageIds } from '../messageIds';
import { optionsField, readSettings } from './options';
import { OUTPUTS } from './outputs';
import { readSplitByOutcome, splitByOutcomeField } from './splitByOutcome';
import { statusLine } from './statusLine';
import type { StatusFailure } from './telling';
import { getStatusTelling } from './telling';

/** Asks what became of messages. */
export const getStatus = operation<StatusFailure>({
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get message status',
		description: 'Get what became of messages: delivered, not delivered, in progress',
	},
	fields: [messageIdField, splitByOutcomeField, ...simplifyFields, optionsField],
	outputs: { by: splitByOutcomeField.name, names: OUTPUTS },
	telling: getStatusTelling,
	execute: async (context) => {
		const reader = new ParameterReader(context);
		const settings = readSettings(toValues(reader.read('options', 0, {})));
		const isSplit = readSplitByOutcome(reader);
		const account = await getAccount(context);
		const items = await readItems(context, getStatusTelling.fromReading, (item) => readMessageIds(reader, item));
		const ids = items.flatMap((read) => ('value' in read ? read.value : []));
		const replies = await askStates(context, account, ids, { ...settings, signal: context.getExecutionCancelSignal() });
		return items.flatMap((read): Line<StatusFailure>[] => {
			if ('failure' in read) return [read];
			const { item } = read;
			return read.value.map((messageId) => statusLine({ item, messageId }, replies.get(messageId), { account, isSplit }));
		});
	},
});
