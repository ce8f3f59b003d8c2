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
	#table: MessageTable | undefined;

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
	 * that is possible.
	 *
	 * @throws {N8nApiError} `tableGone` or `tableRejected` when the table cannot be used, or any other of the API's codes
	 */
	async add(messages: readonly TrackedMessage[]): Promise<void> {
		const isKnown = this.#table !== undefined;
		await this.#write(messages).catch(async (error: unknown) => {
			this.#table = undefined;
			if (!isKnown || !hasChanged(error)) throw error;
			await this.#write(messages);
		});
	}

	async #write(messages: readonly TrackedMessage[]): Promise<void> {
		this.#table ??= (await openTables(this.#context, this.#store, this.#account)).messages;
		await this.#table.add(messages);
	}
}

/** Says whether n8n refused because of the table itself. Should a message stand in it twice, it is reported once all the same. */
function hasChanged(error: unknown): boolean {
	return error instanceof N8nApiError && (error.code === 'tableGone' || error.code === 'tableRejected');
}
