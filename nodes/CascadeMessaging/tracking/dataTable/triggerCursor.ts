import type { Cursor, CursorOwner, CursorTable } from './cursorTable';

/**
 * What this process knows of a trigger's cursor. A cursor moves only when the poll after an emission shows that n8n lived on: a crash
 * between the two makes those messages come twice, never not at all.
 *
 * @throws {N8nApiError} from `open`, `followingSince` and `move`, with any of the API's codes; the cursor then stays where it was
 */
export class TriggerCursor {
	#rowId: number | undefined;
	#saved: Cursor | undefined;
	#emitted: Cursor | undefined;
	#followingSince: string | undefined;

	/** Where the trigger stands, with what it emitted before counted in. A new trigger starts at `start`. */
	async open(table: CursorTable, owner: CursorOwner, start: Cursor): Promise<Cursor> {
		const saved = this.#saved ?? (await this.#load(table, owner, start));
		return this.#emitted === undefined ? saved : await this.move(table, this.#emitted);
	}

	/**
	 * Since when the trigger follows what was delivered, ISO 8601: what it had reported before it began is past. To be asked after `open`,
	 * with where it stands; undefined when the trigger does not want to follow: then it begins anew when it wants to again.
	 */
	async followingSince(table: CursorTable, wants: boolean, reportedUpTo: string): Promise<string | undefined> {
		if (wants === (this.#followingSince !== undefined)) return this.#followingSince;
		const since = wants ? reportedUpTo : undefined;
		if (this.#rowId !== undefined) await table.follow(this.#rowId, since ?? null);
		this.#followingSince = since;
		return since;
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
		this.#followingSince = found?.followingSince;
		this.#saved = found?.cursor ?? start;
		return this.#saved;
	}
}
