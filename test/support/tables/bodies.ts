import { isRecord } from '../../../demo/json';
import { internal, Refusal } from './refusal';

/** SQLite takes an expression no deeper than this. */
const MOST_CONDITIONS = 999;

/** The table somebody wants. Throws `Refusal`. */
export function readTable(body: unknown): { name: string; columns: readonly unknown[] } {
	const { name, columns } = needed(body, ['name', 'columns']);
	if (typeof name !== 'string' || name === '') throw new Refusal(400, 'request/body/name must NOT have fewer than 1 characters');
	if (!Array.isArray(columns)) throw new Refusal(400, 'request/body/columns must be array');
	return { name, columns };
}

/** What to insert. Throws `Refusal`. */
export function readRows(body: unknown): { rows: Record<string, unknown>[]; returnType: 'count' | 'id' | 'all' } {
	const { data, returnType = 'count' } = needed(body, ['data']);
	if (!Array.isArray(data)) throw new Refusal(400, 'request/body/data must be array');
	if (data.length === 0) throw new Refusal(400, 'request/body/data must NOT have fewer than 1 items');
	if (returnType !== 'count' && returnType !== 'id' && returnType !== 'all') {
		throw new Refusal(400, 'request/body/returnType must be equal to one of the allowed values: count, id, all');
	}
	return { rows: data.map(readRow), returnType };
}

/** What to change. Throws `Refusal`. */
export function readUpdate(body: unknown): { filter: Record<string, unknown>; data: Record<string, unknown> } {
	const { filter, data } = needed(body, ['filter', 'data']);
	const filters = isRecord(filter) && Array.isArray(filter.filters) ? filter.filters : [];
	if (!isRecord(filter) || filters.length === 0) {
		throw new Refusal(400, 'request/body/filter/filters must NOT have fewer than 1 items');
	}
	const row = readRow(data);
	if (Object.keys(row).length === 0) throw new Refusal(400, 'data must not be empty');
	if (filters.length > MOST_CONDITIONS) throw internal();
	return { filter, data: row };
}

function readRow(value: unknown): Record<string, unknown> {
	if (!isRecord(value)) throw new Refusal(400, 'request/body/data must be object');
	if (Object.values(value).some((cell) => typeof cell === 'object' && cell !== null)) throw new Refusal(400, 'Invalid input');
	return value;
}

function needed(body: unknown, names: readonly string[]): Record<string, unknown> {
	const given = isRecord(body) ? body : {};
	const missing = names.find((name) => given[name] === undefined);
	if (missing !== undefined) throw new Refusal(400, `request/body must have required property '${missing}'`);
	return given;
}
