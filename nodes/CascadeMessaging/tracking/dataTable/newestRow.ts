import { ENGAGEMENTS } from '../../protocol';
import type { Report } from '../report';
import { timeoutOf } from '../report';
import type { TriggerSettings } from '../triggerFields';
import { eventOfRow, learntColumn } from './engagementColumns';
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
	let newest: Found | undefined;
	for (const { conditions, toReport } of waysToBeReported(wishes, table)) {
		const row = await table.last(...ofCampaign, ...conditions);
		if (row !== undefined && row.id > (newest?.row.id ?? 0)) newest = { row, toReport };
	}
	return newest?.toReport(newest.row);
}

interface Found {
	readonly row: Row;
	readonly toReport: (row: Row) => Report;
}

/** One way for a row to be reported: if it meets all conditions. */
interface Way {
	readonly conditions: readonly Condition[];
	readonly toReport: (row: Row) => Report;
}

/**
 * How a row may be one the trigger reports. Each way takes a query of its own, because a filter of n8n's is either all "and" or all "or".
 */
function waysToBeReported({ filter: { events, outcomes }, giveUpAfter }: Wishes, table: MessageTable): Way[] {
	const engagements = ENGAGEMENTS.filter((engagement) => events.includes(engagement));
	const known = engagements.length > 0 && table.tellsEngagement ? engagements : [];
	const byEngagement = known.map((engagement) => ({
		conditions: [where(learntColumn(engagement), 'gt', '')],
		toReport: (row: Row) => eventOfRow(row, engagement),
	}));
	return events.includes('finalOutcome') ? [...waysToEnd(outcomes, giveUpAfter, table), ...byEngagement] : byEngagement;
}

function waysToEnd(outcomes: readonly string[], giveUpAfter: number, table: MessageTable): Way[] {
	const final = where('final', 'eq', true);
	const byOutcome = outcomes
		.filter((outcome) => outcome !== 'timeout')
		.map((outcome) => ({ conditions: [final, where('outcome', 'eq', outcome)], toReport: reportOfRow }));
	const end = new Date(Date.now() - giveUpAfter).toISOString();
	const timedOut = table.outAt('lte', end).map((conditions): Way => ({
		conditions: [where('final', 'eq', false), ...conditions],
		toReport: (row) => timeoutOf(messageOf(row)),
	}));
	if (outcomes.length === 0) return [{ conditions: [final], toReport: reportOfRow }, ...timedOut];
	return outcomes.includes('timeout') ? [...byOutcome, ...timedOut] : byOutcome;
}
