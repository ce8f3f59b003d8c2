import type { GatewayContext } from '../../transport/context';
import { N8nApiError } from '../../transport/n8nApi';
import type { DataTableStore } from '../../transport/readCredential';
import type { Outbox } from '../outbox';
import type { TrackedMessage } from '../trackedMessage';
import type { MessageTable } from './messageTable';
import { openTables } from './tables';

/** Where a run leaves its messages for the triggers of an account: in its data table, which is looked up once, at the first message. */
export class TableOutbox implements Outbox {
	readonly #context: GatewayContext;
	readonly #store: DataTableStore;
	readonly #account: string;
	#table: Promise<MessageTable> | undefined;

	constructor(
		context: GatewayContext,
		store: DataTableStore,
		/** The account's key. */
		account: string,
	) {
		this.#context = context;
		this.#store = store;
		this.#account = account;
	}

	/**
	 * Adds messages to the table. One that was deleted or changed while the run went on is looked up once more, and made anew where
	 * that is possible. Several may be under way at the same time: they share one look.
	 *
	 * @throws {N8nApiError} `tableGone` or `tableRejected` when the table cannot be used, or any other of the API's codes
	 */
	async add(messages: readonly TrackedMessage[]): Promise<void> {
		const known = this.#table;
		const table = this.#open();
		await write(table, messages).catch(async (error: unknown) => {
			if (this.#table === table) this.#table = undefined;
			if (known === undefined || !hasChanged(error)) throw error;
			await write(this.#open(), messages);
		});
	}

	/** The table, which is looked up where that was not done yet, or in vain. */
	#open(): Promise<MessageTable> {
		this.#table ??= this.#look().catch((error: unknown) => {
			this.#table = undefined;
			throw error;
		});
		return this.#table;
	}

	async #look(): Promise<MessageTable> {
		return (await openTables(this.#context, this.#store, this.#account)).messages;
	}
}

async function write(table: Promise<MessageTable>, messages: readonly TrackedMessage[]): Promise<void> {
	await (await table).add(messages);
}

/** Says whether n8n refused because of the table itself. Should a message stand in it twice, it is reported once all the same. */
function hasChanged(error: unknown): boolean {
	return error instanceof N8nApiError && (error.code === 'tableGone' || error.code === 'tableRejected');
}
