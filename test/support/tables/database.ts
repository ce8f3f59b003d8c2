import { setImmediate as turn } from 'node:timers/promises';

import { isRecord } from '../../../demo/json';
import type { Column } from './cells';
import { COLUMN_TYPES } from './cells';
import { internal, Refusal } from './refusal';
import { Table } from './table';

const COLUMN_NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/;
const RESERVED = /^(id|createdat|updatedat)$/i;
const WRONG_NAME =
	'Only alphabetical characters and non-leading numbers and underscores are allowed for column names, and the maximum length is 63 characters.';

/** All data tables of an n8n, those that were written last first. */
export class Database {
	#tables: Table[] = [];
	#made = 0;

	/** Tables whose name contains a text, whatever its case. */
	containing(name = ''): readonly Table[] {
		return this.#tables.filter((table) => table.name.toLowerCase().includes(name.toLowerCase()));
	}

	/** The table of an ID. Throws `Refusal` when there is none, or when it can be no ID. */
	get(id: string): Table {
		if (!/^[a-zA-Z0-9]{16}$/.test(id)) throw new Refusal(400, 'request/params/dataTableId must match format "nanoid"');
		const table = this.#tables.find((one) => one.id === id);
		if (table !== undefined) return table;
		throw new Refusal(404, `Could not find the data table: '${id}'`);
	}

	/** Makes a table. Of two that are made in the same moment the database refuses one. Throws `Refusal`. */
	async create(name: string, columns: readonly unknown[]): Promise<Table> {
		const checked = columns.map(columnOf);
		this.#refuseTaken(name);
		await turn();
		const isTwice = new Set(checked.map((column) => column.name)).size < checked.length;
		if (isTwice || this.#tables.some((table) => table.name === name)) throw internal();
		this.#made += 1;
		const table = new Table(`table${String(this.#made).padStart(11, '0')}`, name, checked);
		this.#tables.unshift(table);
		return table;
	}

	/** Gives a table another name. Throws `Refusal`. */
	rename(id: string, name: string): Table {
		const table = this.get(id);
		this.#refuseTaken(name);
		table.name = name;
		this.touch(table);
		return table;
	}

	/** Adds a column at the end, empty in all rows. Returns it. Throws `Refusal`. */
	addColumn(id: string, value: unknown): Column {
		const table = this.get(id);
		if (isRecord(value) && RESERVED.test(String(value.name))) throw new Refusal(409, `Column name "${String(value.name)}" is reserved`);
		const column = columnOf(value, 0);
		if (table.columns.some(({ name }) => name === column.name)) {
			throw new Refusal(409, `Data table column with name '${column.name}' already exists in data table '${table.name}'`);
		}
		table.columns = [...table.columns, column];
		return column;
	}

	/** Notes that a table was written. */
	touch(table: Table): void {
		this.#tables = [table, ...this.#tables.filter((one) => one !== table)];
	}

	/** Deletes a table. Throws `Refusal`. */
	drop(id: string): void {
		const table = this.get(id);
		this.#tables = this.#tables.filter((one) => one !== table);
	}

	#refuseTaken(name: string): void {
		if (!this.#tables.some((table) => table.name === name)) return;
		throw new Refusal(409, `Data table with name '${name}' already exists in this project`);
	}
}

function columnOf(value: unknown, index: number): Column {
	const { name, type } = isRecord(value) ? value : {};
	const known = COLUMN_TYPES.find((one) => one === type);
	if (known === undefined) {
		const words = 'must be equal to one of the allowed values: string, number, boolean, date, json';
		throw new Refusal(400, `request/body/columns/${index}/type ${words}`);
	}
	if (typeof name !== 'string' || !COLUMN_NAME.test(name)) throw new Refusal(400, WRONG_NAME);
	if (RESERVED.test(name)) throw new Refusal(400, `Column name "${name}" is reserved as a system column name.`);
	return { name, type: known };
}
