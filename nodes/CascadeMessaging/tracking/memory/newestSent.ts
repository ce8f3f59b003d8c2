import type { Status } from '../../protocol';
import { canTell, statusOf } from '../../protocol';
import { askStates } from '../../transport/askStates';
import { signsIn } from '../following';
import type { Asker } from '../poll';
import type { Report } from '../report';
import { eventOf, isOfCampaign, passes, reportOf, timeoutOf } from '../report';
import { goesOutAt, isOut } from '../trackedMessage';
import type { TriggerSettings } from '../triggerFields';
import { mailboxOf } from './mailbox';

/** The most messages the gateway is asked about. */
const MOST_ASKED = 50;

/**
 * The message that was handed over last in this process among those a trigger would report; undefined when there is none. Asks the
 * gateway what became of those that have gone out.
 */
export async function newestSent({ context, account, asking }: Asker, settings: TriggerSettings): Promise<Report | undefined> {
	const { filter, giveUpAfter } = settings;
	const now = new Date(Date.now()).toISOString();
	const messages = mailboxOf(account.key).newest(
		MOST_ASKED,
		(message) => isOut(message, now) && isOfCampaign(message.campaignName, filter.campaignName),
	);
	const replies = await askStates(
		context,
		account,
		messages.map(({ messageId }) => messageId),
		asking,
	);
	const reports = messages.flatMap((message) => {
		const reply = replies.get(message.messageId);
		if (reply === undefined || 'trouble' in reply) return [];
		const age = Date.now() - Date.parse(goesOutAt(message));
		const status = statusOf(reply.record, account.timeZone, age);
		if (status.final) return endAndEvents(reportOf(message, status), status);
		return age >= giveUpAfter ? [timeoutOf(message)] : [];
	});
	return reports.find((report) => passes(report, filter));
}

function endAndEvents(report: Report, status: Status): Report[] {
	const signs = canTell(status.deliveredBy) ? signsIn(status, [], Date.now()) : [];
	return [report, ...signs.map((sign) => eventOf(report, sign))];
}
