import { inGroups, isRecord, listOf } from '../../protocol/guards';
import type { GatewayContext } from '../../transport/context';
import { askN8n } from '../../transport/n8nApi';
import type { N8nAccess } from '../../transport/n8nApi';

/** One row of a data table; `id` is n8n's own, ascending. */
export type Row = Record<string, unknown> & { readonly id: number };

/** A column of a data table. */
export interface Column {
	readonly name: string;
	readonly type: 'string' | 'number' | 'boolean' | 'date';
}

/** A condition on rows. */
export interface Condition {
	readonly columnName: string;
	readonly condition: 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte';
	readonly value: string | number | boolean | null;
}

/** A data table as n8n describes it. */
export interface TableInfo {
	readonly id: string;
	readonly columns: readonly string[];
}

const PAGE = 250;
const CONDITIONS_PER_UPDATE = 900;
const ROWS_PER_INSERT = 2000;

/** n8n's Data Table API, for one n8n. All its functions throw `N8nApiError`. */
export class TableApi {
	constructor(
		private readonly context: GatewayContext,
		private readonly access: N8nAccess,
	) {}

	/** The table of a name, or undefined when there is none. n8n lists, in pages, every table whose name contains it. */
	async find(name: string): Promise<TableInfo | undefined> {
		const filter = JSON.stringify({ name });
		for (let cursor: unknown; ; ) {
			const answer = await this.ask('GET', '', { filter, limit: PAGE, ...(typeof cursor === 'string' && { cursor }) });
			const found = listOf(answer.data).find((table) => isRecord(table) && table.name === name);
			if (isRecord(found)) return infoOf(found);
			cursor = answer.nextCursor;
			if (typeof cursor !== 'string') return undefined;
		}
	}

	/** Makes a table. */
	async create(name: string, columns: readonly Column[]): Promise<TableInfo> {
		return infoOf(await this.ask('POST', '', {}, { name, columns }));
	}

	/** Adds rows at the end. */
	async insert(tableId: string, rows: readonly object[]): Promise<void> {
		for (const data of inGroups(rows, ROWS_PER_INSERT)) {
			await this.ask('POST', `/${tableId}/rows`, {}, { data, returnType: 'count' });
		}
	}

	/** All rows that meet all conditions, in the order they were added. */
	async select(tableId: string, conditions: readonly Condition[], most = Infinity): Promise<Row[]> {
		const rows: Row[] = [];
		while (rows.length < most) {
			const after: Condition = { columnName: 'id', condition: 'gt', value: rows.at(-1)?.id ?? 0 };
			const page = await this.selectPage(tableId, [...conditions, after], 'id:asc');
			rows.push(...page);
			if (page.length < PAGE) break;
		}
		return rows;
	}

	/** The last added row that meets all conditions. */
	async selectLast(tableId: string, conditions: readonly Condition[]): Promise<Row | undefined> {
		const [row] = await this.selectPage(tableId, conditions, 'id:desc', 1);
		return row;
	}

	/** Sets the same values in all rows with one of the IDs. */
	async update(tableId: string, rowIds: readonly number[], data: object): Promise<void> {
		for (const some of inGroups(rowIds, CONDITIONS_PER_UPDATE)) {
			const filters = some.map((value): Condition => ({ columnName: 'id', condition: 'eq', value }));
			await this.ask('PATCH', `/${tableId}/rows/update`, {}, { filter: { type: 'or', filters }, data });
		}
	}

	/** Deletes all rows that meet all conditions. */
	async delete(tableId: string, filters: readonly Condition[]): Promise<void> {
		const filter = JSON.stringify({ type: 'and', filters });
		await this.ask('DELETE', `/${tableId}/rows/delete`, { filter });
	}

	private async selectPage(
		tableId: string,
		filters: readonly Condition[],
		sortBy: string,
		limit = PAGE,
	): Promise<Row[]> {
		const filter = filters.length > 0 ? { filter: JSON.stringify({ type: 'and', filters }) } : {};
		const answer = await this.ask('GET', `/${tableId}/rows`, { ...filter, limit, sortBy });
		return listOf(answer.data).filter(isRow);
	}

	private async ask(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		query: Record<string, string | number>,
		body?: object,
	): Promise<Record<string, unknown>> {
		const answer = await askN8n(this.context, this.access, { method, path, query, ...(body !== undefined && { body }) });
		return isRecord(answer) ? answer : {};
	}
}

function infoOf(table: Record<string, unknown>): TableInfo {
	const columns = listOf(table.columns).flatMap((column) => (isRecord(column) ? [String(column.name)] : []));
	return { id: String(table.id), columns };
}

function isRow(value: unknown): value is Row {
	return isRecord(value) && typeof value.id === 'number';
}
