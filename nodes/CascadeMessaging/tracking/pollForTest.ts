import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { statusOf } from '../protocol/status';
import { getAccount } from '../transport/account';
import type { Account, DataTableStore } from '../transport/account';
import { askStates } from '../transport/states';
import { reportOfRow, rowsOf } from './dataTable/messageRow';
import { TableApi } from './dataTable/tableApi';
import { mailboxOf } from './memory/mailbox';
import { reportOf } from './report';
import { SAMPLE } from './sample';
import { readTriggerSettings } from './triggerFields';

/** An item for a test in the editor: a real message where one is at hand, else a sample. Changes nothing. */
export async function pollForTest(context: IPollFunctions): Promise<IDataObject> {
	const account = await getAccount(context);
	const { store } = account;
	const real = store.kind === 'memory' ? await lastSent(context, account) : await lastReported(context, account, store);
	return real ?? SAMPLE;
}

async function lastSent(context: IPollFunctions, account: Account): Promise<IDataObject | undefined> {
	const message = mailboxOf(account.key).last;
	if (message === undefined) return undefined;
	const { asking } = readTriggerSettings(context);
	const replies = await askStates(context, account, [message.messageId], asking);
	const reply = replies.get(message.messageId);
	const age = Date.now() - Date.parse(message.sentAt);
	return reply !== undefined && 'record' in reply ? reportOf(message, statusOf(reply.record, account.timeZone, age)) : undefined;
}

async function lastReported(
	context: IPollFunctions,
	account: Account,
	store: DataTableStore,
): Promise<IDataObject | undefined> {
	const api = new TableApi(context, store);
	const table = await api.find(store.tableName);
	if (table === undefined) return undefined;
	const row = await api.selectLast(table.id, [rowsOf(account.key), { columnName: 'final', condition: 'eq', value: true }]);
	return row === undefined ? undefined : reportOfRow(row);
}
