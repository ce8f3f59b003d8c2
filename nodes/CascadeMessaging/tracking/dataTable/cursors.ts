import { textOf } from '../../protocol/guards';
import type { TableApi } from './tableApi';

/** How far a trigger has got, as ISO 8601 moments in UTC. */
export interface Cursor {
	/** Outcomes learnt until then have been reported. */
	readonly reportedUpTo: string;
	/** Messages sent until then have been reported, as timed out if not otherwise. */
	readonly timedOutUpTo: string;
}

interface SavedCursor {
	readonly rowId: number;
	readonly cursor: Cursor;
}

/**
 * The cursors of an account's triggers, kept in a table so that they outlive n8n. A cursor moves only when the poll after
 * an emission shows that n8n lived on: a crash between the two makes those messages come twice, never not at all.
 */
export class Cursors {
	readonly #saved = new Map<string, SavedCursor>();
	readonly #pending = new Map<string, Cursor>();

	/** The cursor of a trigger, what it emitted before counted in. A new trigger starts at `start`. */
	async open(api: TableApi, tableId: string, trigger: string, workflowName: string, start: Cursor): Promise<Cursor> {
		const saved = this.#saved.get(trigger) ?? (await this.load(api, tableId, trigger, workflowName, start));
		this.#saved.set(trigger, saved);
		const pending = this.#pending.get(trigger);
		return pending === undefined ? saved.cursor : await this.save(api, tableId, trigger, pending);
	}

	/** Notes how far the items go that are about to be emitted. */
	emitted(trigger: string, cursor: Cursor): void {
		this.#pending.set(trigger, cursor);
	}

	/** Moves a cursor for good. Returns it. */
	async save(api: TableApi, tableId: string, trigger: string, cursor: Cursor): Promise<Cursor> {
		const rowId = this.#saved.get(trigger)?.rowId;
		if (rowId !== undefined) {
			await api.update(tableId, [rowId], cursor);
			this.#saved.set(trigger, { rowId, cursor });
			this.#pending.delete(trigger);
		}
		return cursor;
	}

	private async load(
		api: TableApi,
		tableId: string,
		trigger: string,
		workflowName: string,
		start: Cursor,
	): Promise<SavedCursor> {
		const find = async (): Promise<SavedCursor | undefined> => {
			const row = await api.selectLast(tableId, [{ columnName: 'trigger', condition: 'eq', value: trigger }]);
			if (row === undefined) return undefined;
			const { reportedUpTo, timedOutUpTo } = row;
			return {
				rowId: row.id,
				cursor: { reportedUpTo: textOf(reportedUpTo) ?? '', timedOutUpTo: textOf(timedOutUpTo) ?? '' },
			};
		};
		const found = await find();
		if (found !== undefined) return found;
		await api.insert(tableId, [{ trigger, workflowName, ...start }]);
		return (await find()) ?? { rowId: 0, cursor: start };
	}
}
