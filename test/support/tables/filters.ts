import { isRecord } from '../../../demo/json';
import type { Cell, Column } from './cells';
import { cellOf } from './cells';
import { invalid, Refusal } from './refusal';
import type { StoredRow } from './table';

/** Says whether a row is meant. */
export type Picks = (row: StoredRow) => boolean;

type Compare = (cell: Cell, value: Cell) => boolean;

const isOrdered =
	(compare: (order: number) => boolean): Compare =>
	(cell, value) => {
		if (cell === null || value === null) return false;
		return compare(cell < value ? -1 : Number(cell > value));
	};

const CONDITIONS: Readonly<Record<string, Compare>> = {
	eq: (cell, value) => cell === value,
	neq: (cell, value) => cell !== value,
	gt: isOrdered((order) => order > 0),
	gte: isOrdered((order) => order >= 0),
	lt: isOrdered((order) => order < 0),
	lte: isOrdered((order) => order <= 0),
	like: (cell, value) => cell !== null && String(cell).includes(String(value)),
	ilike: (cell, value) => cell !== null && String(cell).toLowerCase().includes(String(value).toLowerCase()),
};

const SYSTEM_COLUMNS: readonly Column[] = [
	{ name: 'id', type: 'number' },
	{ name: 'createdAt', type: 'date' },
	{ name: 'updatedAt', type: 'date' },
];

/** Reads a filter on rows of a table with these columns. Throws `Refusal`. */
export function picksOf(filter: unknown, columns: readonly Column[]): Picks {
	const { type = 'and', filters = [] } = isRecord(filter) ? filter : {};
	if (!Array.isArray(filters) || (type !== 'and' && type !== 'or')) throw new Refusal(400, 'Invalid filter fields');
	const conditions = filters.map((one) => conditionOf(one, [...SYSTEM_COLUMNS, ...columns]));
	if (conditions.length === 0) return () => true;
	return type === 'and' ? (row) => conditions.every(({ picks }) => picks(row)) : anyOf(conditions);
}

/** The ID behind which all rows are that a filter can mean; 0 where it does not say. */
export function beginningOf(filter: unknown): number {
	const { type = 'and', filters } = isRecord(filter) ? filter : {};
	if (type !== 'and' || !Array.isArray(filters)) return 0;
	const ids = filters.filter(isRecord).filter(({ columnName, condition }) => columnName === 'id' && condition === 'gt');
	return Math.max(0, ...ids.map(({ value }) => Number(value)));
}

/** Rows that meet one of many conditions: most ask for one value each, and a database would use its index for them. */
function anyOf(conditions: readonly Condition[]): Picks {
	const values = new Map<string, Set<Cell>>();
	for (const { column, equals } of conditions) {
		if (equals !== undefined) values.set(column, (values.get(column) ?? new Set()).add(equals));
	}
	const others = conditions.filter(({ equals }) => equals === undefined);
	return ({ cells }) =>
		[...values].some(([column, wanted]) => wanted.has(cells[column] ?? null)) || others.some(({ picks }) => picks({ cells }));
}

interface Condition {
	readonly picks: Picks;
	readonly column: string;
	/** The one value it asks for, if it asks for one. */
	readonly equals: Cell | undefined;
}

function conditionOf(one: unknown, columns: readonly Column[]): Condition {
	const { columnName, condition = 'eq', value } = isRecord(one) ? one : {};
	const compare = typeof condition === 'string' && Object.hasOwn(CONDITIONS, condition) ? CONDITIONS[condition] : undefined;
	if (compare === undefined || typeof columnName !== 'string' || value === undefined) throw new Refusal(400, 'Invalid filter fields');
	const column = columns.find(({ name }) => name === columnName);
	if (column === undefined) throw invalid(`unknown column name '${columnName}'`);
	const wanted = cellOf(value, column.type);
	if (wanted === null && condition !== 'eq' && condition !== 'neq') {
		throw invalid(`${String(condition).toUpperCase()} filter value cannot be null or undefined`);
	}
	const picks: Picks = (row) => compare(row.cells[columnName] ?? null, wanted);
	return { picks, column: columnName, equals: condition === 'eq' ? wanted : undefined };
}
