import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { readRows, readTable, readUpdate } from './bodies';
import type { Database } from './database';
import { beginningOf, picksOf } from './filters';
import { pageOf, readFilter, readQuery } from './query';
import { invalid, Refusal } from './refusal';
import type { Table } from './table';

/** What the endpoints work on. */
export interface Surroundings {
	readonly database: Database;
	/** Whether all tables together have reached their size limit. */
	readonly isFull: () => boolean;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const PATH = '/api/v1/data-tables';

/** n8n's Data Table API: its addresses and what each does. */
export function addRoutes(app: FastifyInstance, { database, isFull }: Surroundings): void {
	const onTable =
		(handle: (table: Table, request: FastifyRequest, reply: FastifyReply) => unknown): Handler =>
		async (request, reply) => {
			const { id } = request.params as { id: string }; // the address says so
			return handle(database.get(id), request, reply);
		};
	const refuseFull = (): void => {
		if (isFull()) throw invalid('Data table size limit exceeded: 43MB used, limit is 38MB');
	};

	app.get(PATH, async ({ url }) => {
		const { filter = '{}', limit, cursor } = readQuery(url, ['filter', 'limit', 'cursor', 'sortBy']);
		return pageOf(database.containing(wantedName(readFilter(filter))).map(described), limit, cursor);
	});
	app.post(PATH, async ({ body }, reply) => {
		const { name, columns } = readTable(body);
		return await reply.status(201).send(described(await database.create(name, columns)));
	});
	app.get(`${PATH}/:id`, onTable(described));
	app.patch(
		`${PATH}/:id`,
		onTable((table, { body }) => described(database.rename(table.id, nameIn(body)))),
	);
	app.delete(
		`${PATH}/:id`,
		onTable((table, _request, reply) => {
			database.drop(table.id);
			return reply.status(204).send();
		}),
	);
	app.post(
		`${PATH}/:id/columns`,
		onTable((table, { body }, reply) => {
			const column = database.addColumn(table.id, body);
			return reply.status(201).send({ ...column, dataTableId: table.id });
		}),
	);
	app.get(
		`${PATH}/:id/rows`,
		onTable((table, { url }) => {
			const { filter = '{}', limit, cursor, sortBy = 'id:asc' } = readQuery(url, ['filter', 'limit', 'cursor', 'sortBy', 'search']);
			const read = readFilter(filter);
			const rows = table.ordered(picksOf(read, table.columns), readOrder(sortBy), beginningOf(read));
			const page = pageOf(rows, limit, cursor);
			return { ...page, data: page.data.map((row) => table.shown(row)) };
		}),
	);
	app.post(
		`${PATH}/:id/rows`,
		onTable((table, { body }) => {
			const { rows, returnType } = readRows(body);
			refuseFull();
			const ids = table.insert(rows);
			database.touch(table);
			if (returnType === 'count') return { success: true, insertedRows: ids.length };
			const inserted = table.select(({ cells }) => ids.includes(Number(cells.id)));
			return returnType === 'all' ? inserted : inserted.map(({ id }) => ({ id }));
		}),
	);
	app.patch(
		`${PATH}/:id/rows/update`,
		onTable((table, { body }) => {
			const { filter, data } = readUpdate(body);
			refuseFull();
			table.update(picksOf(filter, table.columns), data);
			database.touch(table);
			return true;
		}),
	);
	app.delete(
		`${PATH}/:id/rows/delete`,
		onTable((table, { url }) => {
			const { filter } = readQuery(url, ['filter', 'returnData', 'dryRun']);
			if (filter === undefined) throw new Refusal(400, "request/query must have required property 'filter'");
			const read = readFilter(filter);
			const picks = picksOf(read, table.columns);
			if ((read as { filters?: unknown[] }).filters?.length === 0) {
				throw new Refusal(400, 'At least one filter condition is required for delete operations');
			}
			table.delete(picks);
			database.touch(table);
			return true;
		}),
	);
}

function described({ id, name, columns }: Table): object {
	return { id, name, columns: columns.map((column) => ({ ...column, dataTableId: id })) };
}

function wantedName(filter: unknown): string | undefined {
	const entries = Object.entries(filter ?? {}) as [string, unknown][];
	if (entries.some(([key]) => key !== 'id' && key !== 'name' && key !== 'projectId')) throw new Refusal(400, 'Invalid filter fields');
	const name = entries.find(([key]) => key === 'name')?.[1];
	return typeof name === 'string' ? name : undefined;
}

function nameIn(body: unknown): string {
	return String((body as { name?: unknown }).name);
}

function readOrder(sortBy: string): [string, boolean] {
	const [column = '', direction] = sortBy.split(':');
	if (direction === undefined) throw new Refusal(400, 'Invalid sort format, expected <columnName>:<asc/desc>');
	if (direction !== 'asc' && direction !== 'desc') throw new Refusal(400, 'Invalid sort direction');
	return [column, direction === 'asc'];
}
