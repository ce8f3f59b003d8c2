import { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import { newestRow } from '../../../nodes/CascadeMessaging/tracking/dataTable/newestRow';
import type { Condition, Row } from '../../../nodes/CascadeMessaging/tracking/dataTable/row';
import type { Table } from '../../../nodes/CascadeMessaging/tracking/dataTable/table';

const NOW = Date.parse('2026-12-01T09:00:00.000Z');
const HOUR = 3_600_000;

/** A table that says of each question what it was asked, and answers from a list of rows. */
function tableOf(
	rows: readonly Row[],
	columns: readonly string[] = ['sendAt'],
): { messages: MessageTable; asked: (readonly Condition[])[] } {
	const asked: (readonly Condition[])[] = [];
	const meets = (row: Row, { columnName, condition, value }: Condition): boolean => {
		const cell = row[columnName];
		return condition === 'lte' ? typeof cell === 'string' && cell <= String(value) : cell === value;
	};
	const table = {
		columns,
		selectLast: (conditions: readonly Condition[]) => {
			asked.push(conditions);
			return Promise.resolve(rows.findLast((row) => conditions.every((one) => meets(row, one))));
		},
	};
	return { messages: new MessageTable(table as unknown as Table, 'a'), asked };
}

const row = (id: number, outcome: string, campaign = 'Autumn', sentAt = '2026-12-01T08:30:00.000Z', sendAt: string | null = null): Row => ({
	...{ id, messageId: String(id), outcome, final: outcome !== 'inProgress', campaign, account: 'a', data: '{"contactId":1}' },
	...{ sentAt, sendAt },
});
const ROWS = [
	row(1, 'inProgress', 'Autumn', '2026-12-01T05:00:00.000Z'),
	row(2, 'inProgress', 'Autumn', '2026-12-01T06:00:00.000Z'),
	row(3, 'expired'),
	row(4, 'delivered'),
	row(5, 'delivered', 'Spring'),
	row(6, 'inProgress'),
	{ ...row(7, 'delivered'), account: 'another' },
];

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

it.each([
	[[], '', '5', 'delivered'],
	[[], 'Autumn', '4', 'delivered'],
	[['expired'], '', '3', 'expired'],
	[['expired', 'delivered'], 'Autumn', '4', 'delivered'],
	[['delivered', 'expired'], 'Autumn', '4', 'delivered'],
	[['timeout'], '', '2', 'timeout'],
	[['timeout', 'notDelivered'], 'Autumn', '2', 'timeout'],
	[['timeout', 'expired'], '', '3', 'expired'],
])('of the outcomes %j and the campaign %j is message %s, %s', async (outcomes, campaignName, messageId, outcome) => {
	const found = await newestRow(tableOf(ROWS).messages, {
		filter: { events: ['finalOutcome'], outcomes, campaignName },
		giveUpAfter: 3 * HOUR,
	});

	expect(found).toMatchObject({ messageId, outcome, final: true, data: { contactId: 1 } });
});

it.each([
	[ROWS, ['notDelivered'], ''],
	[ROWS, [], 'Winter'],
	[[], [], ''],
])('is none in %j of %j and %j', async (rows, outcomes, campaignName) => {
	expect(
		await newestRow(tableOf(rows).messages, { filter: { events: ['finalOutcome'], outcomes, campaignName }, giveUpAfter: 3 * HOUR }),
	).toBeUndefined();
});

it('is one whose time is up when any outcome will do and nothing later is final', async () => {
	const found = await newestRow(tableOf(ROWS.slice(0, 2)).messages, {
		filter: { events: ['finalOutcome'], outcomes: [], campaignName: '' },
		giveUpAfter: 4 * HOUR,
	});

	expect(found).toMatchObject({ messageId: '1', outcome: 'timeout' });
});

it.each([
	['none of which has gone out long enough ago', '2026-12-01T07:30:00.000Z', '1'],
	['of which the later one was scheduled', '2026-12-01T04:30:00.000Z', '2'],
])('is one whose time is up among messages %s', async (_, sendAt, messageId) => {
	const rows = [ROWS[0], row(2, 'inProgress', 'Autumn', '2026-12-01T04:00:00.000Z', sendAt)].filter((one) => one !== undefined);
	const wishes = { filter: { events: ['finalOutcome' as const], outcomes: ['timeout'], campaignName: '' }, giveUpAfter: 4 * HOUR };

	expect(await newestRow(tableOf(rows).messages, wishes)).toMatchObject({ messageId, outcome: 'timeout' });
});

it('asks for nothing that is not wanted', async () => {
	const { messages, asked } = tableOf([], []);
	await newestRow(messages, { filter: { events: ['finalOutcome'], outcomes: ['expired'], campaignName: '' }, giveUpAfter: HOUR });
	const eq = (columnName: string, value: unknown) => ({ columnName, condition: 'eq', value });

	await newestRow(messages, { filter: { events: ['finalOutcome'], outcomes: ['timeout'], campaignName: 'Autumn' }, giveUpAfter: HOUR });

	expect(asked).toEqual([
		[eq('account', 'a'), eq('final', true), eq('outcome', 'expired')],
		[
			eq('account', 'a'),
			eq('campaign', 'Autumn'),
			eq('final', false),
			{ columnName: 'sentAt', condition: 'lte', value: '2026-12-01T08:00:00.000Z' },
		],
	]);
});
