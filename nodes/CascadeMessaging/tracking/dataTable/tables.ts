import { sleep } from 'n8n-workflow';

import { N8nApiError } from '../../transport/n8nApi';
import { MESSAGE_COLUMNS } from './messageRow';
import type { Column, TableApi, TableInfo } from './tableApi';

/** The IDs of the two tables of an account: its messages, and how far each trigger has got with them. */
export interface Tables {
	readonly messages: string;
	readonly triggers: string;
}

/** The columns of the table of triggers: one row for each. */
export const TRIGGER_COLUMNS: readonly Column[] = [
	{ name: 'trigger', type: 'string' },
	{ name: 'workflowName', type: 'string' },
	{ name: 'reportedUpTo', type: 'string' },
	{ name: 'timedOutUpTo', type: 'string' },
];

/**
 * Finds the tables of an account, or makes them when there are none yet. Throws `N8nApiError` when one of them is missing
 * alone (it was renamed or deleted, and starting anew would lose what it holds), or lacks a column.
 */
export async function openTables(api: TableApi, name: string): Promise<Tables> {
	const triggersName = `${name}_triggers`;
	const messages = await api.find(name);
	const triggers = await api.find(triggersName);
	if (messages === undefined && triggers !== undefined) {
		const message = `The data table "${name}" was renamed or deleted. Rename it back, enter its new name in the credential, or delete "${triggersName}" too to start anew.`;
		throw new N8nApiError('tableGone', message);
	}
	return {
		messages: (await checked(api, name, messages, MESSAGE_COLUMNS)).id,
		triggers: (await checked(api, triggersName, triggers, TRIGGER_COLUMNS)).id,
	};
}

async function checked(
	api: TableApi,
	name: string,
	found: TableInfo | undefined,
	columns: readonly Column[],
): Promise<TableInfo> {
	const table = found ?? (await create(api, name, columns));
	const missing = columns.filter((column) => !table.columns.includes(column.name)).map((column) => column.name);
	if (missing.length === 0) return table;
	const message = `The data table "${name}" lacks the columns ${missing.join(', ')}. Restore them, or enter another table name in the credential.`;
	throw new N8nApiError('tableRejected', message);
}

/** When two executions make a table in the same moment, n8n refuses one of them: then the other's is there. */
async function create(api: TableApi, name: string, columns: readonly Column[]): Promise<TableInfo> {
	const made = await api.create(name, columns).catch(asApiError);
	if (!(made instanceof N8nApiError)) return made;
	await sleep(PAUSE_FOR_THE_OTHER);
	const found = await api.find(name);
	if (found !== undefined) return found;
	throw made;
}

const PAUSE_FOR_THE_OTHER = 500;

function asApiError(error: unknown): N8nApiError {
	return error instanceof N8nApiError ? error : new N8nApiError('tableRejected', 'The data table could not be made.');
}
