import type { TriggerSettings } from '../poll';
import { timeoutOf } from '../report';
import type { Report } from '../report';
import { messageOf, reportOfRow, rowsOf } from './messageRow';
import type { Condition, Row, TableApi } from './tableApi';

/**
 * The message an account added last to its table among those a trigger would report; undefined when there is none, or no table.
 * Throws `N8nApiError`.
 */
export async function newestRow(
	api: TableApi,
	tableName: string,
	account: string,
	{ filter, giveUpAfter }: Pick<TriggerSettings, 'filter' | 'giveUpAfter'>,
): Promise<Report | undefined> {
	const table = await api.find(tableName);
	if (table === undefined) return undefined;
	const { outcomes, campaignName } = filter;
	const ours = [rowsOf(account), ...(campaignName === '' ? [] : [equal('campaign', campaignName)])];
	const last = async (...conditions: Condition[]): Promise<Row | undefined> => await api.selectLast(table.id, [...ours, ...conditions]);
	const found: (Row | undefined)[] = [];
	if (outcomes.length === 0) found.push(await last(equal('final', true)));
	// n8n has no "one of" for rows.
	for (const outcome of outcomes) if (outcome !== 'timeout') found.push(await last(equal('final', true), equal('outcome', outcome)));
	if (outcomes.length === 0 || outcomes.includes('timeout')) {
		const end = new Date(Date.now() - giveUpAfter).toISOString();
		found.push(await last(equal('final', false), { columnName: 'sentAt', condition: 'lte', value: end }));
	}
	const [newest] = found.flatMap((row) => row ?? []).sort((one, other) => other.id - one.id);
	if (newest === undefined) return undefined;
	return newest.final === true ? reportOfRow(newest) : timeoutOf(messageOf(newest));
}

function equal(columnName: string, value: string | boolean): Condition {
	return { columnName, condition: 'eq', value };
}
