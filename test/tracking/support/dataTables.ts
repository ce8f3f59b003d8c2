import type { IDataObject } from 'n8n-workflow';

import { TableApi } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableApi';
import type { TrackedMessage } from '../../../nodes/CascadeMessaging/tracking/trackedMessage';
import type { DataTableStore } from '../../../nodes/CascadeMessaging/transport/readCredential';
import type { Tables } from '../../support/tables';
import { startTables } from '../../support/tables';
import type { Cell } from '../../support/tables/cells';
import type { Table } from '../../support/tables/table';
import type { Fake } from './n8n';
import { fakeN8n } from './n8n';

export const HOUR = 3_600_000;
export const START = Date.parse('2026-12-01T09:00:00.000Z');

/** An n8n's data tables, and a clock that stands still; each test has a table name of its own. */
export interface Place extends Fake {
	tables: Tables;
	/** The moment the clock shows, milliseconds since 1970. */
	now: number;
	/** The name of the table of messages. */
	name: string;
	api: TableApi;
	store: DataTableStore;
	/** The fields of the credential. */
	credential: IDataObject;
}

/** Puts up data tables for the tests of a file. */
export function dataTables(): Place {
	const here = {} as Place; // all of it is there before the first test
	let tests = 0;
	beforeAll(async () => {
		here.tables = await startTables();
	});
	afterAll(async () => {
		await here.tables.close();
	});
	beforeEach(() => {
		tests += 1;
		const { url, apiKey } = here.tables;
		const name = `messages_${tests}`;
		const credential = { store: 'dataTable', n8nUrl: url, n8nApiKey: apiKey, dataTableName: name, keepForDays: 30 };
		const store: DataTableStore = { kind: 'dataTable', n8nUrl: url, tableName: name, keepForDays: 30, quote: (words) => `<${words}>` };
		const { context, warnings } = fakeN8n({ credential });
		Object.assign(here, { now: START, name, credential, store, context, warnings, api: new TableApi(context, store) });
		Object.assign(here.tables, { phase: 'ready', isFull: false, before: () => undefined });
		here.tables.requests.length = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => here.now);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	return here;
}

/** A moment so many milliseconds after the start, as ISO 8601. */
export const iso = (after = 0): string => new Date(START + after).toISOString();

/** A message as it is handed over. */
export function message(messageId: string, changes: Partial<TrackedMessage> = {}): TrackedMessage {
	const sender = { workflowId: 'w1', workflowName: 'Sending', executionId: '100' };
	return {
		messageId,
		phone: '79000000001',
		clientMessageId: null,
		campaignName: null,
		sentAt: iso(),
		sendAt: null,
		data: {},
		...sender,
		...changes,
	};
}

/** A table, to be looked at or tampered with past the API. */
export function tableNamed({ tables }: Place, name: string): Table | undefined {
	return tables.database.containing(name).find((table) => table.name === name);
}

/** The rows of a table as the API shows them. */
export function rows(here: Place, name = here.name): Record<string, Cell>[] {
	return tableNamed(here, name)?.select(() => true) ?? [];
}

/** The requests to the tables since the last call, as `METHOD path`, with `ID` for the ID of a table. */
export function calls({ tables }: Place): string[] {
	const made = tables.requests.map(({ method, path }) => `${method} ${path.replace(/table\d{11}/, 'ID')}`.trim());
	tables.requests.length = 0;
	return made;
}
