import { outcomeColumns } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import type { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { WaitingRows } from '../../../nodes/CascadeMessaging/tracking/dataTable/waitingRows';
import { dataTables, HOUR, iso, message, START, tableNamed } from '../support/dataTables';

const here = dataTables();
const SETTLING = 120_000;

/** A table of messages that were sent so many milliseconds after the start. */
async function tableOf(...moments: readonly number[]): Promise<MessageTable> {
	const { messages } = await openTables(here.context, here.store, 'account');
	await messages.add(moments.map((moment, index) => message(String(index + 1), { sentAt: iso(moment) })));
	return messages;
}

/** After which row rows were read, each time. */
function readAfter(): unknown[] {
	const filters = here.tables.requests.flatMap(({ method, path, query }) =>
		method === 'GET' && path.endsWith('/rows')
			? [JSON.parse(new URLSearchParams(query).get('filter') ?? '') as { filters: { columnName: string; value: number }[] }]
			: [],
	);
	here.tables.requests.length = 0;
	return filters.map((filter) => Math.max(...filter.filters.filter(({ columnName }) => columnName === 'id').map(({ value }) => value)));
}

it('mirrors the rows without a final state', async () => {
	const table = await tableOf(0, 1, 2);
	await table.change([2], { ...outcomeColumns({ outcome: 'expired' } as never), channels: '{}' });
	const waiting = new WaitingRows();
	await waiting.readNew(table);

	expect([...waiting.byId]).toEqual([
		['1', { messageId: '1', sentAt: iso(0), sendAt: null, rowIds: [1] }],
		['3', { messageId: '3', sentAt: iso(2), sendAt: null, rowIds: [3] }],
	]);
	expect([waiting.rowIdsOf('1'), waiting.rowIdsOf('2')]).toEqual([[1], []]);
});

it('knows all rows of a message that was handed over twice, each once', async () => {
	const table = await tableOf(0);
	await table.add([message('1', { sentAt: iso(9), sendAt: iso(HOUR) })]);
	const waiting = new WaitingRows();
	await waiting.readNew(table);
	await waiting.readNew(table);

	expect([...waiting.byId.values()]).toEqual([{ messageId: '1', sentAt: iso(9), sendAt: iso(HOUR), rowIds: [1, 2] }]);
});

describe('reading on', () => {
	it('begins with the first row, and goes on behind the last, however young the rows are', async () => {
		const table = await tableOf(0, 0, 1, 2);
		const waiting = new WaitingRows();
		await waiting.readNew(table);
		await waiting.readNew(table);
		await table.add([message('5'), message('6')]);
		await waiting.readNew(table);
		await waiting.readNew(table);

		expect(readAfter()).toEqual([0, 4, 4, 6]);
		expect(waiting.byId.size).toBe(6);
	});

	it('reads full pages up to the last row, and none of them again', async () => {
		const table = await tableOf(...Array.from({ length: 600 }, () => 0));
		const waiting = new WaitingRows();
		await waiting.readNew(table);
		expect(readAfter()).toEqual([0, 250, 500]);
		await waiting.readNew(table);

		expect(readAfter()).toEqual([600]);
		expect(waiting.byId.size).toBe(600);
	});

	it.each([
		['messageId', ['2', '3']],
		['sentAt', ['2', '3']],
	])('leaves out a row without %s, and goes past it', async (column, ids) => {
		const table = await tableOf(0, 0, SETTLING);
		Object.assign(tableNamed(here, here.name)?.rows[0]?.cells ?? {}, { [column]: null });
		const waiting = new WaitingRows();
		await waiting.readNew(table);
		await waiting.readNew(table);

		expect([...waiting.byId.keys()]).toEqual(ids);
		expect(readAfter()).toEqual([0, 3]);
	});
});

describe('rows that are not there yet when those behind them are read', () => {
	/** Takes rows out of the table, and puts them in their place again. */
	const lateRows = (from: number, to: number): (() => void) => {
		const rows = tableNamed(here, here.name)?.rows ?? [];
		const late = rows.splice(from - 1, to - from + 1);
		return () => void rows.splice(from - 1, 0, ...late);
	};

	it('are looked for until all around them were sent more than two minutes ago', async () => {
		const table = await tableOf(0, 0, 0, 1, 0);
		const appear = lateRows(2, 3);
		const waiting = new WaitingRows();
		await waiting.readNew(table);
		await waiting.readNew(table);
		here.now = START + SETTLING + 1;
		appear();
		await waiting.readNew(table);

		expect(readAfter()).toEqual([0, 1, 1]);
		expect([...waiting.byId.keys()]).toEqual(['1', '4', '5', '2', '3']);
		here.now += 1;
		await waiting.readNew(table);
		expect(readAfter()).toEqual([5]);
	});

	it('are looked for by when rows were written, not by what they are scheduled for', async () => {
		const { messages } = await openTables(here.context, here.store, 'account');
		await messages.add(['1', '2', '3'].map((id) => message(id, { sendAt: iso(24 * HOUR) })));
		lateRows(2, 2);
		const waiting = new WaitingRows();
		await waiting.readNew(messages);
		await waiting.readNew(messages);
		here.now = START + SETTLING + 1;
		await waiting.readNew(messages);

		expect(readAfter()).toEqual([0, 1, 3]);
	});

	it('are looked for no longer than that', async () => {
		const table = await tableOf(0, 0, 1, 0);
		lateRows(2, 2);
		const waiting = new WaitingRows();
		await waiting.readNew(table);
		here.now = START + SETTLING + 2;
		await waiting.readNew(table);

		expect(readAfter()).toEqual([0, 4]);
	});

	it('may be the first ones, and a part of several', async () => {
		const table = await tableOf(0, 0, 0, 0, 0);
		const appear = lateRows(1, 3);
		const waiting = new WaitingRows();
		await waiting.readNew(table);
		appear();
		const appearLater = lateRows(2, 2);
		await waiting.readNew(table);
		appearLater();
		await waiting.readNew(table);
		await waiting.readNew(table);

		expect(readAfter()).toEqual([0, 0, 1, 5]);
		expect([...waiting.byId.keys()].sort()).toEqual(['1', '2', '3', '4', '5']);
	});

	it('cost a page where they are, not one for each page behind them', async () => {
		const table = await tableOf(...Array.from({ length: 1000 }, () => 0));
		lateRows(300, 300);
		const waiting = new WaitingRows();
		await waiting.readNew(table);
		readAfter();
		await waiting.readNew(table);

		expect(readAfter()).toEqual([299, 1000]);
	});
});

it('forgets one message, or all of them, which it then reads again', async () => {
	const table = await tableOf(0, 0);
	const waiting = new WaitingRows();
	here.now = START + SETTLING + 1;
	await waiting.readNew(table);
	waiting.forget('1');
	await waiting.readNew(table);
	expect([...waiting.byId.keys()]).toEqual(['2']);
	waiting.clear();
	expect(waiting.byId.size).toBe(0);
	await waiting.readNew(table);

	expect([...waiting.byId.keys()]).toEqual(['1', '2']);
});
