import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { statusOf } from '../protocol/status';
import { getAccount } from '../transport/account';
import type { Account } from '../transport/account';
import { askStates } from '../transport/askStates';
import { newestRow } from './dataTable/newestRow';
import { TableApi } from './dataTable/tableApi';
import { mailboxOf } from './memory/mailbox';
import type { TriggerSettings } from './poll';
import { isOfCampaign, passes, reportOf, timeoutOf } from './report';
import type { Report } from './report';
import { sampleFor } from './sample';
import { readTriggerSettings } from './triggerFields';

/** The most messages the gateway is asked about in a test. */
const MOST_ASKED = 50;

/**
 * An item for a test in the editor, such as the trigger would emit: the latest real message with one of its outcomes and of its campaign
 * where one is at hand, else a sample of such. Changes nothing.
 */
export async function pollForTest(context: IPollFunctions): Promise<IDataObject> {
	const account = await getAccount(context);
	const settings = readTriggerSettings(context);
	const { store } = account;
	const real =
		store.kind === 'memory'
			? await newestSent(context, account, settings)
			: await newestRow(new TableApi(context, store), store.tableName, account.key, settings);
	return real ?? sampleFor(settings.filter);
}

async function newestSent(context: IPollFunctions, account: Account, settings: TriggerSettings): Promise<Report | undefined> {
	const { filter, giveUpAfter, asking } = settings;
	const messages = mailboxOf(account.key).newest(MOST_ASKED, ({ campaignName }) => isOfCampaign(campaignName, filter.campaignName));
	const ids = messages.map(({ messageId }) => messageId);
	const replies = await askStates(context, account, ids, asking);
	const reports = messages.flatMap((message) => {
		const reply = replies.get(message.messageId);
		if (reply === undefined || 'trouble' in reply) return [];
		const status = statusOf(reply.record, account.timeZone, Date.now() - Date.parse(message.sentAt));
		if (status.final) return [reportOf(message, status)];
		return Date.parse(message.sentAt) + giveUpAfter <= Date.now() ? [timeoutOf(message)] : [];
	});
	return reports.find((report) => passes(report, filter));
}
