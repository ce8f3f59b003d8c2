import type { Cell, Column } from './cells';
import { cellOf, shown, stored } from './cells';
import type { Picks } from './filters';
import { internal, invalid } from './refusal';

/** A row as it stands in the database; `id` is among its cells. */
export interface StoredRow {
	readonly cells: Record<string, Cell>;
}

/** One data table. As n8n's on SQLite do, it gives the IDs of deleted last rows again. */
export class Table {
	rows: StoredRow[] = [];
	constructor(
		readonly id: string,
		public name: string,
		public columns: readonly Column[],
	) {}

	/** Adds rows; returns their IDs. Throws `Refusal`, and then adds none. */
	insert(data: readonly Record<string, unknown>[]): number[] {
		const empty = Object.fromEntries(this.columns.map(({ name }) => [name, null]));
		const rows = data.map((one) => ({ ...empty, ...this.#cellsOf(one) }));
		const now = new Date().toISOString();
		const lastId = Number(this.rows.at(-1)?.cells.id ?? 0);
		const added = rows.map((cells, index) => ({ cells: { ...cells, id: lastId + 1 + index, createdAt: now, updatedAt: now } }));
		this.rows.push(...added);
		return added.map(({ cells }) => cells.id);
	}

	/** Sets the same values in all rows that are meant. Throws `Refusal`. */
	update(picks: Picks, data: Record<string, unknown>): void {
		const changes = this.#cellsOf(data);
		for (const { cells } of this.rows.filter(picks)) Object.assign(cells, changes, { updatedAt: new Date().toISOString() });
	}

	/** Removes all rows that are meant. */
	delete(picks: Picks): void {
		this.rows = this.rows.filter((row) => !picks(row));
	}

	/**
	 * The rows that are meant, in the order of a column: by their IDs they stand already, and those up to `after` need no look. Throws
	 * `Refusal` for a column there is not.
	 */
	ordered(picks: Picks, [by, isUp]: readonly [string, boolean] = ['id', true], after = 0): Iterable<StoredRow> {
		if (![...this.columns.map(({ name }) => name), 'id', 'createdAt', 'updatedAt'].includes(by)) throw internal();
		const order = (a: StoredRow, b: StoredRow): number => compare(a.cells[by] ?? null, b.cells[by] ?? null) * (isUp ? 1 : -1);
		return by === 'id' && isUp ? this.#picked(picks, after) : this.rows.filter(picks).sort(order);
	}

	*#picked(picks: Picks, after: number): Iterable<StoredRow> {
		let [low, high] = [0, this.rows.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (Number(this.rows[middle]?.cells.id) > after) high = middle;
			else low = middle + 1;
		}
		for (let index = low; index < this.rows.length; index += 1) {
			const row = this.rows[index];
			if (row !== undefined && picks(row)) yield row;
		}
	}

	/** A row as the API shows it. */
	shown({ cells }: StoredRow): Record<string, Cell> {
		const own = this.columns.map(({ name, type }): [string, Cell] => [name, shown(cells[name] ?? null, type)]);
		const { id = null, createdAt = null, updatedAt = null } = cells;
		return { ...Object.fromEntries(own), id, createdAt, updatedAt };
	}

	/** The rows that are meant, as the API shows them, by their IDs. */
	select(picks: Picks): Record<string, Cell>[] {
		return [...this.ordered(picks)].map((row) => this.shown(row));
	}

	#cellsOf(data: Record<string, unknown>): Record<string, Cell> {
		const cells = Object.entries(data).map(([name, value]): [string, Cell] => {
			const column = this.columns.find((one) => one.name === name);
			if (column === undefined) throw invalid(`unknown column name '${name}'`);
			return [name, stored(cellOf(value, column.type), column.type)];
		});
		return Object.fromEntries(cells);
	}
}

function compare(a: Cell, b: Cell): number {
	if (a === b) return 0;
	if (a === null) return -1;
	return b === null || a > b ? 1 : -1;
}
