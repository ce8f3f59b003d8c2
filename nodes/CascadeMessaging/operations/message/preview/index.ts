import { isFailure } from '../../shared/lines';
import { operation } from '../../shared/operation';
import { recipientFields } from '../../shared/phone';
import { toValues } from '../../shared/values';
import { cascadeFields } from '../send/cascade';
import { clientMessageIdFields } from '../send/clientMessageId';
import type { SendFailure } from '../send/failure';
import { hintEmpty, hintUnknownZones } from '../send/hints';
import { planSend } from '../send/plan';
import { beginRun, safely } from '../send/run';
import { sendAtField } from '../send/sendAt';
import { checkSenders, readCheckSenders } from './checkSenders';
import { contentDescriber } from './describeContent';
import { estimateCost } from './estimate';
import { readEstimateCost } from './estimateCost';
import { readIncludeDocuments } from './includeDocuments';
import { optionsField } from './options';
import { previewLines } from './previewLines';
import { previewTelling } from './telling';
import { hintTotals, sendersOf, totalsJson, totalsOf } from './totals';

/** Shows what Send would do with the same parameters: the same plan is made, and nothing is sent. */
export const preview = operation<SendFailure>({
	option: {
		name: 'Preview',
		value: 'preview',
		action: 'Preview message',
		description: 'See who would get what, in how many parts and requests, without sending anything',
	},
	fields: [...recipientFields, ...cascadeFields, ...clientMessageIdFields, sendAtField, optionsField],
	telling: previewTelling,
	execute: async (context) => {
		const run = await beginRun(context);
		const options = toValues(run.parameters.read('options', 0, {}));
		const includesDocuments = readIncludeDocuments(options);
		const estimatesCost = readEstimateCost(options);
		const checksSenders = readCheckSenders(options);
		const plan = await planSend(run);
		const senders = checksSenders ? await checkSenders(run) : undefined;
		const describe = contentDescriber(run.account.timeZone, senders);
		const hasErrorOutput = context.getNode().onError === 'continueErrorOutput';
		const estimate = estimatesCost ? await estimateCost(run, plan, describe) : undefined;
		const lines = await previewLines(run, plan, { describe, includesDocuments, hasErrorOutput, costs: estimate?.costs });
		const totals = { ...totalsOf(plan, describe), cost: estimate?.run, senders: senders && sendersOf(plan, describe, senders) };
		await safely(run, () => hintTotals(context, totals), undefined);
		await safely(run, () => hintUnknownZones(context, plan), undefined);
		await safely(run, () => hintEmpty(context, plan.emptyPlaceholders), undefined);
		const first = lines.findIndex((line) => !isFailure(line));
		return lines.map((line, index) =>
			index === first && !isFailure(line) ? { ...line, json: { ...line.json, run: totalsJson(totals) } } : line,
		);
	},
});
