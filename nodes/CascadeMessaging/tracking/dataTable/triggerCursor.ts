import type { Cursor, CursorOwner, CursorTable } from './cursorTable';

/**
 * What this process knows of a trigger's cursor. A cursor moves only when the poll after an emission shows that n8n lived on: a crash
 * between the two makes those messages come twice, never not at all.
 *
 * @throws {N8nApiError} from `open` and `move`, with any of the API's codes; the cursor then stays where it was
 */
export class TriggerCursor {
	#rowId: number | undefined;
	#saved: Cursor | undefined;
	#emitted: Cursor | undefined;

	/** Where the trigger stands, with what it emitted before counted in. A new trigger starts at `start`. */
	async open(table: CursorTable, owner: CursorOwner, start: Cursor): Promise<Cursor> {
		const saved = this.#saved ?? (await this.#load(table, owner, start));
		return this.#emitted === undefined ? saved : await this.move(table, this.#emitted);
	}

	/** Notes how far the items go that are about to be emitted. */
	emitted(cursor: Cursor): void {
		this.#emitted = cursor;
	}

	/** Moves the cursor for good. Returns it. */
	async move(table: CursorTable, cursor: Cursor): Promise<Cursor> {
		if (this.#rowId !== undefined) await table.move(this.#rowId, cursor);
		this.#saved = cursor;
		this.#emitted = undefined;
		return cursor;
	}

	/** Somebody may delete the row as it is made: then the cursor lives in this process alone. */
	async #load(table: CursorTable, owner: CursorOwner, start: Cursor): Promise<Cursor> {
		let found = await table.find(owner.trigger);
		if (found === undefined) {
			await table.add(owner, start);
			found = await table.find(owner.trigger);
		}
		this.#rowId = found?.rowId;
		this.#saved = found?.cursor ?? start;
		return this.#saved;
	}
}
