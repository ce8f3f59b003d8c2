import type { Report } from '../report';
import { timeoutOf } from '../report';
import type { TriggerSettings } from '../triggerFields';
import { messageOf, reportOfRow } from './messageRow';
import type { MessageTable } from './messageTable';
import type { Condition, Row } from './row';
import { where } from './row';

/** The settings of a trigger that say which messages it reports. */
type Wishes = Pick<TriggerSettings, 'filter' | 'giveUpAfter'>;

/**
 * The message that was added last to an account's table among those a trigger would report; undefined when there is none.
 *
 * @throws {N8nApiError} with any of the API's codes
 */
export async function newestRow(table: MessageTable, wishes: Wishes): Promise<Report | undefined> {
	const { campaignName } = wishes.filter;
	const ofCampaign = campaignName === '' ? [] : [where('campaign', 'eq', campaignName)];
	let newest: Row | undefined;
	for (const conditions of waysToBeReported(wishes)) {
		const row = await table.last(...ofCampaign, ...conditions);
		if (row !== undefined && row.id > (newest?.id ?? 0)) newest = row;
	}
	if (newest === undefined) return undefined;
	return newest.final === true ? reportOfRow(newest) : timeoutOf(messageOf(newest));
}

/**
 * Lists of conditions; a row is reported if it meets all of one list. Each list takes a query of its own, because a filter of n8n's is
 * either all "and" or all "or".
 */
function waysToBeReported({ filter: { outcomes }, giveUpAfter }: Wishes): Condition[][] {
	const final = where('final', 'eq', true);
	const byOutcome = outcomes.filter((outcome) => outcome !== 'timeout').map((outcome) => [final, where('outcome', 'eq', outcome)]);
	const end = new Date(Date.now() - giveUpAfter).toISOString();
	const timedOut = [where('final', 'eq', false), where('sentAt', 'lte', end)];
	if (outcomes.length === 0) return [[final], timedOut];
	return outcomes.includes('timeout') ? [...byOutcome, timedOut] : byOutcome;
}
