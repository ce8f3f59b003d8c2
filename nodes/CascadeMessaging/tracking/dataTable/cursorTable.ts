import { scalarText } from '../../protocol';
import type { Column } from './row';
import { where } from './row';
import type { Table } from './table';

/** How far a trigger has got, as ISO 8601 moments in UTC. */
export interface Cursor {
	/** Outcomes learnt until then have been reported. */
	readonly reportedUpTo: string;
	/** Messages that went out until then have been reported, as timed out if not otherwise. */
	readonly timedOutUpTo: string;
}

/** A cursor as it stands in the table. */
interface SavedCursor {
	readonly rowId: number;
	readonly cursor: Cursor;
	/** Since when the trigger follows what was delivered, ISO 8601 in UTC; undefined when it does not. */
	readonly followingSince: string | undefined;
}

/** Whose cursor it is: the trigger's key, and the workflow's name for people who read the table. */
export interface CursorOwner {
	readonly trigger: string;
	readonly workflowName: string;
}

/** The columns of the table of cursors: one row for each trigger. */
export const CURSOR_COLUMNS: readonly Column[] = [
	{ name: 'trigger', type: 'string' },
	{ name: 'workflowName', type: 'string' },
	{ name: 'reportedUpTo', type: 'string' },
	{ name: 'timedOutUpTo', type: 'string' },
];

/** The columns of that table for triggers that follow what was delivered. Tables of older versions get them when there is such a trigger. */
export const FOLLOWING_COLUMNS: readonly Column[] = [{ name: 'followingSince', type: 'string' }];

/**
 * The cursors of triggers in a data table, so that they outlive n8n. No two triggers of an n8n have the same key, so the row needs no
 * account.
 *
 * @throws {N8nApiError} from all its functions, with any of the API's codes
 */
export class CursorTable {
	readonly #table: Table;
	constructor(table: Table) {
		this.#table = table;
	}

	/** n8n's name for the table. */
	get id(): string {
		return this.#table.id;
	}

	/** The cursor of a trigger, or undefined when it has none yet. */
	async find(trigger: string): Promise<SavedCursor | undefined> {
		const row = await this.#table.selectLast([where('trigger', 'eq', trigger)]);
		if (row === undefined) return undefined;
		const cursor = { reportedUpTo: scalarText(row.reportedUpTo) ?? '', timedOutUpTo: scalarText(row.timedOutUpTo) ?? '' };
		return { rowId: row.id, cursor, followingSince: scalarText(row.followingSince) };
	}

	/** Gives a trigger its first cursor. */
	async add(owner: CursorOwner, cursor: Cursor): Promise<void> {
		await this.#table.insert([{ ...owner, ...cursor }]);
	}

	/** Notes since when a trigger follows what was delivered (ISO 8601); null when it does not any more. */
	async follow(rowId: number, followingSince: string | null): Promise<void> {
		await this.#table.update([rowId], { followingSince });
	}

	/** Moves a cursor. */
	async move(rowId: number, cursor: Cursor): Promise<void> {
		await this.#table.update([rowId], cursor);
	}
}
