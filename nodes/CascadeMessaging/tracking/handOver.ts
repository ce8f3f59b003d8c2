import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Account } from '../transport/account';
import { N8nApiError } from '../transport/n8nApi';
import { rowOf } from './dataTable/messageRow';
import { TableApi } from './dataTable/tableApi';
import { openTables } from './dataTable/tables';
import { mailboxOf } from './memory/mailbox';
import type { TrackedMessage } from './trackedMessage';
import { trimBlanks } from '../protocol/blanks';

/** What is known of a message when it is handed over; workflow and execution are those that run. */
export interface HandedOver {
	readonly messageId: string;
	readonly phone?: string;
	readonly clientMessageId?: string;
	readonly campaignName?: string;
	readonly data: IDataObject;
}

/**
 * Hands messages to the triggers of the account, by way of its store. Returns a warning when they are not tracked: the
 * messages themselves are on their way, so this is no reason to fail.
 */
export async function handOver(
	context: IExecuteFunctions,
	account: Account,
	messages: readonly HandedOver[],
): Promise<string | undefined> {
	if (messages.length === 0) return undefined;
	try {
		const now = Date.now();
		const tracked = messages.map((message) => trackedOf(context, message, now));
		if (account.store.kind === 'memory') {
			for (const warning of mailboxOf(account.key).add(tracked, now)) context.logger.warn(warning);
			return undefined;
		}
		const api = new TableApi(context, account.store);
		const { messages: tableId } = await openTables(api, account.store.tableName);
		await api.insert(tableId, tracked.map((message) => rowOf(account.key, message)));
		return undefined;
	} catch (error) {
		return `Not tracked, so no trigger will report it. ${error instanceof N8nApiError ? error.message : 'It could not be written down.'}`;
	}
}

/** Whether a trigger of the account can see in this process what is handed over; a data table is seen everywhere. */
export function canBeSeen(account: Account): boolean {
	return account.store.kind === 'dataTable' || mailboxOf(account.key).hasReaders(Date.now());
}

function trackedOf(context: IExecuteFunctions, message: HandedOver, now: number): TrackedMessage {
	const workflow = context.getWorkflow();
	return {
		messageId: message.messageId,
		phone: message.phone ?? null,
		clientMessageId: message.clientMessageId ?? null,
		campaignName: trimBlanks(message.campaignName ?? '') || null,
		sentAt: new Date(now).toISOString(),
		workflowId: workflow.id ?? null,
		workflowName: workflow.name ?? null,
		executionId: context.getExecutionId(),
		data: message.data,
	};
}
