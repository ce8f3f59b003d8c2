import { N8nApiError } from '../../transport/n8nApi';
import type { Column } from './row';
import type { Table } from './table';
import type { TableApi } from './tableApi';
import { findTable } from './tableList';

/** The columns a table lacks. */
export function missingIn(table: Table, columns: readonly Column[]): Column[] {
	return columns.filter(({ name }) => !table.columns.includes(name));
}

/**
 * Gives a table the columns it lacks, and returns it as it is then: n8n need not let us, if the API key was made for an older version and has
 * no scope for that, or if n8n is older and knows no such request. Another process may do the same at the same time.
 *
 * @throws {N8nApiError} with any of the API's codes but those of such a refusal
 */
export async function tryToAddColumns(api: TableApi, table: Table, name: string, columns: readonly Column[]): Promise<Table> {
	const missing = missingIn(table, columns);
	if (missing.length === 0) return table;
	for (const column of missing) {
		await api.ask({ method: 'POST', path: `/${table.id}/columns`, body: column }).catch((error: unknown) => {
			if (!isRefusal(error)) throw error;
		});
	}
	return (await findTable(api, name)) ?? table;
}

/**
 * The same for columns without which there is no going on.
 *
 * @throws {N8nApiError} `tableRejected` when n8n does not add them, or any other of the API's codes
 */
export async function addColumns(api: TableApi, table: Table, name: string, columns: readonly Column[]): Promise<Table> {
	const found = await tryToAddColumns(api, table, name, columns);
	const names = missingIn(found, columns).map((column) => column.name);
	if (names.length === 0) return found;
	const message = `The data table "${name}" lacks the columns ${names.join(', ')}, which the events of the trigger need, and n8n does not let the API key in the credential add them. Make a key that has the scope dataTableColumn:create too, or add the columns by hand, all of type String.`;
	throw new N8nApiError('tableRejected', message);
}

const REFUSALS: readonly unknown[] = ['apiKeyWrong', 'apiMissing', 'tableRejected'];

function isRefusal(error: unknown): boolean {
	return error instanceof N8nApiError && REFUSALS.includes(error.code);
}
