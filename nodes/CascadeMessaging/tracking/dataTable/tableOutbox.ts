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
	/** Looked up for messages that are scheduled, and for others. */
	readonly #tables = new Map<boolean, Promise<MessageTable>>();

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
	 * that is possible. Several may be under way at the same time: they share one look. Returns a warning when the table has no column for when
	 * scheduled messages go out.
	 *
	 * @throws {N8nApiError} `tableGone` or `tableRejected` when the table cannot be used, or any other of the API's codes
	 */
	async add(messages: readonly TrackedMessage[]): Promise<string | undefined> {
		const schedules = messages.some(({ sendAt }) => sendAt !== null);
		const known = this.#tables.get(schedules);
		const table = this.#open(schedules);
		const written = await write(table, messages).catch(async (error: unknown) => {
			if (this.#tables.get(schedules) === table) this.#tables.delete(schedules);
			if (known === undefined || !hasChanged(error)) throw error;
			return await write(this.#open(schedules), messages);
		});
		return schedules && !written.tellsSendAt ? takenForSent(this.#store.tableName) : undefined;
	}

	/** The table, which is looked up where that was not done yet, or in vain. */
	#open(schedules: boolean): Promise<MessageTable> {
		const known = this.#tables.get(schedules);
		if (known !== undefined) return known;
		const table = this.#look(schedules).catch((error: unknown) => {
			this.#tables.delete(schedules);
			throw error;
		});
		this.#tables.set(schedules, table);
		return table;
	}

	async #look(schedules: boolean): Promise<MessageTable> {
		return (await openTables(this.#context, this.#store, this.#account, { schedules })).messages;
	}
}

/** Writes messages into a table; returns it. */
async function write(table: Promise<MessageTable>, messages: readonly TrackedMessage[]): Promise<MessageTable> {
	const found = await table;
	await found.add(messages);
	return found;
}

function takenForSent(tableName: string): string {
	return `The trigger takes scheduled messages for sent at once, and so may give them up too early: the data table "${tableName}" lacks the column sendAt, and n8n does not let the API key in the credential add it. Make a key that has the scope dataTableColumn:create too, or add the column by hand, of type String.`;
}

/** Says whether n8n refused because of the table itself. Should a message stand in it twice, it is reported once all the same. */
function hasChanged(error: unknown): boolean {
	return error instanceof N8nApiError && (error.code === 'tableGone' || error.code === 'tableRejected');
}
