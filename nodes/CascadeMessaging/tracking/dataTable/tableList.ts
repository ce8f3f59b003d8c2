import { isRecord, listOf } from '../../protocol';
import type { Column } from './row';
import { Table } from './table';
import type { TableApi } from './tableApi';
import { PAGE } from './tableApi';

/**
 * The table of a name, or undefined when there is none. n8n lists, in pages, every table whose name contains it.
 *
 * @throws {N8nApiError} with any of the API's codes
 */
export async function findTable(api: TableApi, name: string): Promise<Table | undefined> {
	const filter = JSON.stringify({ name });
	let cursor: unknown;
	do {
		const query = { filter, limit: PAGE, ...(typeof cursor === 'string' && { cursor }) };
		const { data, nextCursor } = await api.ask({ method: 'GET', path: '', query });
		const found = listOf(data)
			.filter(isRecord)
			.find((table) => table.name === name);
		if (found !== undefined) return tableOf(api, found);
		cursor = nextCursor;
	} while (typeof cursor === 'string');
	return undefined;
}

/**
 * Makes a table.
 *
 * @throws {N8nApiError} `tableRejected` when there is one of that name, or any other of the API's codes
 */
export async function createTable(api: TableApi, name: string, columns: readonly Column[]): Promise<Table> {
	return tableOf(api, await api.ask({ method: 'POST', path: '', body: { name, columns } }));
}

function tableOf(api: TableApi, table: Record<string, unknown>): Table {
	const columns = listOf(table.columns)
		.filter(isRecord)
		.map(({ name }) => String(name));
	return new Table(api, String(table.id), columns);
}
