import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { trimBlanks } from '../protocol';
import type { Account } from '../transport/account';
import { reportFault } from '../transport/errorMeaning';
import { N8nApiError } from '../transport/n8nApi';
import { TableOutbox } from './dataTable/tableOutbox';
import { mailboxOf } from './memory/mailbox';
import { MemoryOutbox } from './memory/memoryOutbox';
import type { Outbox } from './outbox';
import type { TrackedMessage } from './trackedMessage';

/** What is known of a message when it is handed over; workflow and execution are those that run. */
export interface HandedOver {
	readonly messageId: string;
	readonly phone?: string | undefined;
	readonly clientMessageId?: string | undefined;
	readonly campaignName?: string | undefined;
	/** When the gateway is to send it, ISO 8601; left out for at once. */
	readonly sendAt?: string | undefined;
	readonly data: IDataObject;
}

/** Hands the messages of a run to the triggers of its account, by way of the account's store. To be made once a run. */
export class HandOver {
	readonly #context: IExecuteFunctions;
	readonly #account: Account;
	readonly #outbox: Outbox;

	constructor(context: IExecuteFunctions, account: Account) {
		const { key, store } = account;
		this.#context = context;
		this.#account = account;
		this.#outbox = store.kind === 'memory' ? new MemoryOutbox(context, key) : new TableOutbox(context, store, key);
	}

	/**
	 * Hands over messages that have just been accepted. Returns a warning when they are not tracked: the messages themselves are on their
	 * way, so this is no reason to fail. So it does when not all that is known of them could be kept. Never throws.
	 */
	async give(messages: readonly HandedOver[]): Promise<string | undefined> {
		if (messages.length === 0) return undefined;
		try {
			const sentBy = sentNowBy(this.#context);
			return await this.#outbox.add(messages.map((message) => trackedOf(message, sentBy)));
		} catch (error) {
			return `Not tracked, so no trigger will report it. ${this.#wordsOf(error)}`;
		}
	}

	#wordsOf(error: unknown): string {
		const { message } = error instanceof N8nApiError ? error : reportFault(error, this.#context.logger, this.#account);
		return message;
	}
}

/** Whether a trigger of the account can see in this process what is handed over; a data table is seen everywhere. */
export function canBeSeen(account: Account): boolean {
	return account.store.kind === 'dataTable' || mailboxOf(account.key).hasReaders(Date.now());
}

type SentBy = Pick<TrackedMessage, 'sentAt' | 'workflowId' | 'workflowName' | 'executionId'>;

function sentNowBy(context: IExecuteFunctions): SentBy {
	const { id = null, name = null } = context.getWorkflow();
	return { sentAt: new Date(Date.now()).toISOString(), workflowId: id, workflowName: name, executionId: context.getExecutionId() };
}

function trackedOf({ messageId, phone, clientMessageId, campaignName, sendAt, data }: HandedOver, sentBy: SentBy): TrackedMessage {
	return {
		messageId,
		phone: phone ?? null,
		clientMessageId: clientMessageId ?? null,
		campaignName: trimBlanks(campaignName ?? '') || null,
		sentAt: sentBy.sentAt,
		sendAt: sendAt === undefined ? null : new Date(sendAt).toISOString(),
		workflowId: sentBy.workflowId,
		workflowName: sentBy.workflowName,
		executionId: sentBy.executionId,
		data,
	};
}
