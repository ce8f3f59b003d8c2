import { where } from '../../../nodes/CascadeMessaging/tracking/dataTable/row';
import type { Table } from '../../../nodes/CascadeMessaging/tracking/dataTable/table';
import { Table as AnyTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/table';
import { createTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableList';
import { calls, dataTables, rows, tableNamed } from '../support/dataTables';

const here = dataTables();

/** A table of rows numbered from 1 on; every other one is odd. */
async function tableOf(count: number): Promise<Table> {
	const table = await createTable(here.api, here.name, [
		{ name: 'number', type: 'number' },
		{ name: 'isOdd', type: 'boolean' },
	]);
	const numbers = Array.from({ length: count }, (_, index) => ({ number: index + 1, isOdd: index % 2 === 0 }));
	tableNamed(here, here.name)?.insert(numbers);
	calls(here);
	return table;
}

const numbersOf = (found: readonly Record<string, unknown>[]): unknown[] => found.map(({ number }) => number);
const counting = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const queries = (): Record<string, string>[] => here.tables.requests.map(({ query }) => Object.fromEntries(new URLSearchParams(query)));

describe('adding rows', () => {
	it.each([
		[0, []],
		[1, [1]],
		[2000, [2000]],
		[2001, [2000, 1]],
	])('%d go in requests of %j', async (count, sizes) => {
		const table = await tableOf(0);
		await table.insert(counting(count).map((number) => ({ number })));

		const bodies = here.tables.requests.map(({ body }) => body as { data: unknown[]; returnType: string });
		expect(bodies.map(({ data }) => data.length)).toEqual(sizes);
		expect(new Set(bodies.map(({ returnType }) => returnType)).size).toBe(Math.min(count, 1));
		expect(numbersOf(rows(here))).toEqual(counting(count));
		expect(calls(here)).toEqual(sizes.map(() => 'POST /ID/rows'));
	});

	it('asks n8n for no more than their number', async () => {
		await (await tableOf(0)).insert([{ number: 1 }]);

		expect(here.tables.requests).toMatchObject([{ body: { data: [{ number: 1 }], returnType: 'count' } }]);
	});
});

describe('reading rows', () => {
	it.each([
		[0, 1],
		[249, 1],
		[250, 2],
		[251, 2],
		[500, 3],
	])('%d take %d requests, in the order they were added', async (count, requests) => {
		const table = await tableOf(count);

		expect(numbersOf(await table.select([]))).toEqual(counting(count));
		expect(calls(here)).toEqual(Array.from({ length: requests }, () => 'GET /ID/rows'));
	});

	it('reads on after the last row it has, with all conditions', async () => {
		const table = await tableOf(600);
		expect(await table.select([where('isOdd', 'eq', true)])).toHaveLength(300);

		const isOdd = { columnName: 'isOdd', condition: 'eq', value: true };
		const after = (value: number) => ({ columnName: 'id', condition: 'gt', value });
		expect(queries().map(({ filter }) => JSON.parse(filter ?? '') as unknown)).toEqual([
			{ type: 'and', filters: [isOdd, after(0)] },
			{ type: 'and', filters: [isOdd, after(499)] },
		]);
		expect(queries().map(({ limit, sortBy }) => [limit, sortBy])).toEqual([
			['250', 'id:asc'],
			['250', 'id:asc'],
		]);
	});

	it('of which only the last is wanted takes one request for one row', async () => {
		const table = await tableOf(5);

		expect(await table.selectLast([where('isOdd', 'eq', false)])).toMatchObject({ id: 4, number: 4 });
		expect(await table.selectLast([where('number', 'gt', 5)])).toBeUndefined();
		expect(queries().map(({ limit, sortBy }) => [limit, sortBy])).toEqual([
			['1', 'id:desc'],
			['1', 'id:desc'],
		]);
	});

	it('leaves out what is no row', async () => {
		const api = { ask: async () => await Promise.resolve({ data: [null, 'row', {}, { id: '1' }, { id: 2 }] }) };

		expect(await new AnyTable(api as never, 'x', []).select([])).toEqual([{ id: 2 }]);
		expect(await new AnyTable({ ask: async () => await Promise.resolve({}) } as never, 'x', []).select([])).toEqual([]);
	});
});

describe('changing rows', () => {
	it.each([
		[0, []],
		[900, [900]],
		[901, [900, 1]],
	])('%d go in requests of %j', async (count, sizes) => {
		const table = await tableOf(902);
		await table.update(counting(count), { number: 0 });

		const bodies = here.tables.requests.map(({ body }) => body as { filter: { type: string; filters: unknown[] } });
		expect(bodies.map(({ filter }) => filter.filters.length)).toEqual(sizes);
		expect(calls(here)).toEqual(sizes.map(() => 'PATCH /ID/rows/update'));
		expect(numbersOf(rows(here)).filter((number) => number === 0)).toHaveLength(count);
	});

	it('changes those with one of the IDs and no other', async () => {
		await (await tableOf(4)).update([2, 4], { number: 0 });

		expect(numbersOf(rows(here))).toEqual([1, 0, 3, 0]);
	});

	it('deletes those that meet all conditions and no other', async () => {
		await (await tableOf(5)).delete([where('isOdd', 'eq', true), where('number', 'lt', 4)]);

		expect(numbersOf(rows(here))).toEqual([2, 4, 5]);
		expect(calls(here)).toEqual(['DELETE /ID/rows/delete']);
	});
});

it('throws when somebody has deleted the table', async () => {
	const table = await tableOf(1);
	here.tables.database.drop(table.id);
	const gone = { code: 'tableGone', message: 'The data table is gone: it was deleted while n8n was running.' };

	await expect(table.insert([{ number: 2 }])).rejects.toMatchObject(gone);
	await expect(table.select([])).rejects.toMatchObject(gone);
	await expect(table.update([1], { number: 2 })).rejects.toMatchObject(gone);
});
