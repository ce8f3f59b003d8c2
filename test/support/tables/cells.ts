import { invalid } from './refusal';

/** What a cell can hold, as it stands in the database. */
export type Cell = string | number | boolean | null;

/** A column of a table. */
export interface Column {
	readonly name: string;
	readonly type: ColumnType;
}

export const COLUMN_TYPES = ['string', 'number', 'boolean', 'date'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** A value as n8n takes it for a column: numbers become text, texts of digits numbers. Throws `Refusal`. */
export function cellOf(value: unknown, type: ColumnType): Cell {
	if (value === null) return null;
	const cell = READERS[type](value);
	if (cell !== undefined) return cell;
	const words = typeof value === 'string' ? value : JSON.stringify(value);
	throw invalid(`value '${words}' does not match column type '${type}': no such value`);
}

const READERS: Readonly<Record<ColumnType, (value: unknown) => Cell | undefined>> = {
	string: String,
	number: (value) => (value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined),
	boolean: (value) => [true, false].find((one) => String(one) === String(value).toLowerCase()),
	date: (value) => (Number.isNaN(Date.parse(String(value))) ? undefined : new Date(String(value)).toISOString()),
};

/** A date is stored with a blank where a filter has a T, so that n8n on SQLite compares dates of one day wrongly. */
export function stored(cell: Cell, type: ColumnType): Cell {
	return type === 'date' && typeof cell === 'string' ? cell.replace('T', ' ').replace('Z', '') : cell;
}

/** A stored cell as the API shows it. */
export function shown(cell: Cell, type: ColumnType): Cell {
	return type === 'date' && typeof cell === 'string' ? `${cell.replace(' ', 'T')}Z` : cell;
}
