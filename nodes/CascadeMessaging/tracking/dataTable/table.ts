import { inGroups, isRecord, listOf } from '../../protocol';
import type { Condition, Row } from './row';
import { where } from './row';
import type { TableApi } from './tableApi';
import { PAGE } from './tableApi';

const CONDITIONS_PER_UPDATE = 900;
const ROWS_PER_INSERT = 2000;

/** Some rows in the order they were added. */
export interface Page {
	readonly rows: readonly Row[];
	/** Whether there are no more behind them. */
	readonly isLast: boolean;
}

/**
 * One data table of n8n.
 *
 * @throws {N8nApiError} from all its functions: `tableGone` when somebody has deleted the table, `tablesFull` when there is no room, or
 * any other of the API's codes
 */
export class Table {
	readonly #api: TableApi;
	constructor(
		api: TableApi,
		/** n8n's name for it, which stays when the table is renamed. */
		readonly id: string,
		/** The names of its columns when it was found. */
		readonly columns: readonly string[],
	) {
		this.#api = api;
	}

	/** Adds rows at the end. */
	async insert(rows: readonly object[]): Promise<void> {
		for (const data of inGroups(rows, ROWS_PER_INSERT)) {
			await this.#api.ask({ method: 'POST', path: `/${this.id}/rows`, body: { data, returnType: 'count' } });
		}
	}

	/** All rows that meet all conditions, in the order they were added. */
	async select(conditions: readonly Condition[]): Promise<Row[]> {
		const rows: Row[] = [];
		let page: Page;
		do {
			page = await this.selectPage(conditions, rows.at(-1)?.id ?? 0);
			for (const row of page.rows) rows.push(row);
		} while (!page.isLast);
		return rows;
	}

	/** The first of the rows that meet all conditions and were added after another, in the order they were added. */
	async selectPage(conditions: readonly Condition[], rowId: number): Promise<Page> {
		const rows = await this.#first([...conditions, where('id', 'gt', rowId)], 'id:asc', PAGE);
		return { rows, isLast: rows.length < PAGE };
	}

	/** The last added row that meets all conditions. */
	async selectLast(conditions: readonly Condition[]): Promise<Row | undefined> {
		const [row] = await this.#first(conditions, 'id:desc', 1);
		return row;
	}

	/** Sets the same values in all rows with one of the IDs. */
	async update(rowIds: readonly number[], data: object): Promise<void> {
		for (const some of inGroups(rowIds, CONDITIONS_PER_UPDATE)) {
			const filter = { type: 'or', filters: some.map((id) => where('id', 'eq', id)) };
			await this.#api.ask({ method: 'PATCH', path: `/${this.id}/rows/update`, body: { filter, data } });
		}
	}

	/** Deletes all rows that meet all conditions. */
	async delete(conditions: readonly Condition[]): Promise<void> {
		await this.#api.ask({ method: 'DELETE', path: `/${this.id}/rows/delete`, query: { filter: filterOf(conditions) } });
	}

	async #first(conditions: readonly Condition[], sortBy: string, limit: number): Promise<Row[]> {
		const query = { filter: filterOf(conditions), limit, sortBy };
		const { data } = await this.#api.ask({ method: 'GET', path: `/${this.id}/rows`, query });
		return listOf(data).filter(isRow);
	}
}

function filterOf(filters: readonly Condition[]): string {
	return JSON.stringify({ type: 'and', filters });
}

function isRow(value: unknown): value is Row {
	return isRecord(value) && typeof value.id === 'number';
}
