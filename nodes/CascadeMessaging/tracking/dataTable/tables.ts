import { sleep } from 'n8n-workflow';

import type { GatewayContext } from '../../transport/context';
import { N8nApiError } from '../../transport/n8nApi';
import type { DataTableStore } from '../../transport/readCredential';
import { addColumns, missingIn, tryToAddColumns } from './addColumns';
import { CURSOR_COLUMNS, CursorTable, FOLLOWING_COLUMNS } from './cursorTable';
import { ENGAGEMENT_COLUMNS } from './engagementColumns';
import { MESSAGE_COLUMNS, SEND_AT_COLUMNS } from './messageRow';
import { MessageTable } from './messageTable';
import type { Column } from './row';
import type { Table } from './table';
import { TableApi } from './tableApi';
import { createTable, findTable } from './tableList';

/** The two tables of an account: its messages, and how far each trigger has got with them. */
export interface Tables {
	readonly messages: MessageTable;
	readonly cursors: CursorTable;
}

/** The columns of a table: all of them when it is made; a table of an older version has those that it always had, until somebody needs more. */
interface Columns {
	readonly always: readonly Column[];
	readonly forScheduling: readonly Column[];
	readonly forFollowing: readonly Column[];
}

const OF_MESSAGES: Columns = { always: MESSAGE_COLUMNS, forScheduling: SEND_AT_COLUMNS, forFollowing: ENGAGEMENT_COLUMNS };
const OF_CURSORS: Columns = { always: CURSOR_COLUMNS, forScheduling: [], forFollowing: FOLLOWING_COLUMNS };

/** What needs more columns than others: to follow what was delivered, and to write messages that are scheduled. */
interface Needs {
	readonly follows?: boolean;
	readonly schedules?: boolean;
}

/**
 * Finds the tables of an account (its key), or makes them when there are none yet. Where n8n does not let us add the column that scheduled
 * messages need, the table is used without it.
 *
 * @throws {N8nApiError} `tableGone` when only the table of messages is missing (it was renamed or deleted, and starting anew would lose
 * what it holds); `tableRejected` when a table lacks a column or cannot be made; or any other of the API's codes
 */
export async function openTables(
	context: GatewayContext,
	store: DataTableStore,
	account: string,
	{ follows = false, schedules = false }: Needs = {},
): Promise<Tables> {
	const api = new TableApi(context, store);
	const name = store.tableName;
	const cursorsName = `${name}_triggers`;
	const messages = await findTable(api, name);
	const cursors = await findTable(api, cursorsName);
	if (messages === undefined && cursors !== undefined) {
		const message = `The data table "${name}" was renamed or deleted. Rename it back, enter its new name in the credential, or delete "${cursorsName}" too to start anew.`;
		throw new N8nApiError('tableGone', message);
	}
	const usableOf = async (found: Table | undefined, tableName: string, columns: Columns): Promise<Table> => {
		const { always, forScheduling, forFollowing } = columns;
		const table = checked(found ?? (await create(api, tableName, [...always, ...forScheduling, ...forFollowing])), tableName, columns);
		if (schedules) return await tryToAddColumns(api, table, tableName, forScheduling);
		return follows ? await addColumns(api, table, tableName, forFollowing) : table;
	};
	return {
		messages: new MessageTable(await usableOf(messages, name, OF_MESSAGES), account),
		cursors: new CursorTable(await usableOf(cursors, cursorsName, OF_CURSORS)),
	};
}

/**
 * Finds the messages of an account (its key). Returns undefined when there is no table yet, and makes none.
 *
 * @throws {N8nApiError} with any of the API's codes
 */
export async function findMessages(context: GatewayContext, store: DataTableStore, account: string): Promise<MessageTable | undefined> {
	const table = await findTable(new TableApi(context, store), store.tableName);
	return table && new MessageTable(table, account);
}

function checked(table: Table, name: string, { always }: Columns): Table {
	const missing = missingIn(table, always);
	if (missing.length === 0) return table;
	const message = `The data table "${name}" lacks the columns ${missing.map((column) => column.name).join(', ')}. Restore them, or enter another table name in the credential.`;
	throw new N8nApiError('tableRejected', message);
}

const PAUSE_FOR_THE_OTHER = 500;

/** When two executions make a table in the same moment, n8n refuses one of them: then the other's is there. */
async function create(api: TableApi, name: string, columns: readonly Column[]): Promise<Table> {
	return await createTable(api, name, columns).catch(async (error: unknown) => {
		await sleep(PAUSE_FOR_THE_OTHER);
		const found = await findTable(api, name);
		if (found === undefined) throw error;
		return found;
	});
}
