import type { IDataObject } from 'n8n-workflow';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { Tables } from '../../support/tables';
import { startTables } from '../../support/tables';
import type { Cell } from '../../support/tables/cells';
import type { Table } from '../../support/tables/table';
import { jsonOf, send as sendWith } from '../send/kit';
import type { Activation, ActiveTrigger } from './kit';
import { activate } from './kit';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Phones with a fate. */
export const READ = '79990010001';
export const NOT_DELIVERED = '79990090001';
export const NEVER = '79990140001';
export const SLOW = '79990130001';
export const FORGOTTEN = '79990160001';

/** Denied access is trouble the node does not try again, so a test need not wait. */
export const DENIED = { fault: 'custom', operation: 'state', status: 403, body: '' } as const;

/** A gateway, an n8n's data tables, and a clock that stands still until time is let pass; each test begins with new ones. */
export interface World {
	simulator: Simulator;
	tables: Tables;
	/** The moment all clocks show, milliseconds since 1970. */
	now: number;
	/** The data table of this test. */
	table: string;
}

const START = Date.parse('2026-12-01T09:00:00.000Z');

/** Puts up a world for the tests of a file. */
export function world(): World {
	const here = { now: START, table: '' } as World; // the rest is there before the first test
	let tests = 0;
	beforeAll(async () => {
		here.simulator = await startSimulator({ speed: 0, startTime: new Date(START) });
		here.tables = await startTables();
	});
	afterAll(async () => {
		await here.tables.close();
		await here.simulator.close();
	});
	beforeEach(() => {
		tests += 1;
		here.table = `messages_${tests}`;
		here.simulator.reset();
		here.tables.requests.length = 0;
		Object.assign(here.tables, { phase: 'ready', isFull: false, latency: 0, before: () => undefined });
		pass(here, 100 * 24 * HOUR); // whatever earlier tests left is long over
		jest.spyOn(Date, 'now').mockImplementation(() => here.now);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	return here;
}

/** Lets time pass on all clocks. */
export function pass(here: World, milliseconds: number): void {
	here.now += milliseconds;
	here.simulator.clock.advance(milliseconds);
}

/** The moment all clocks show, as ISO 8601 in UTC, or one so many milliseconds before or after. */
export const isoNow = (here: World, shift = 0): string => new Date(here.now + shift).toISOString();

/** What the credential says of the store. */
export function tableAccount({ tables, table }: World, changes: IDataObject = {}): IDataObject {
	return { store: 'dataTable', n8nApiKey: tables.apiKey, n8nUrl: tables.url, dataTableName: table, keepForDays: 30, ...changes };
}

let triggers = 0;

/** Activates a trigger of its own on the world's data table, or on the memory with `{ account: {} }`. */
export function trigger(here: World, activation: Activation = {}): ActiveTrigger {
	triggers += 1;
	return activate(here.simulator, { workflowId: `workflow${triggers}`, account: tableAccount(here), ...activation });
}

/** Sends to phones with Attach Data and perhaps other options, and returns the items of the output. */
export async function send(
	here: World,
	phones: readonly string[],
	changes: IDataObject = {},
	options: IDataObject = {},
): Promise<IDataObject[]> {
	const result = await sendWith(here.simulator, {
		items: phones.map((phone, contactId) => ({ phone, contactId })),
		options: { campaignName: 'Autumn', attachDataJson: '={{ { contactId: $json.contactId } }}', ...options },
		account: tableAccount(here, changes) as never, // the kit's type leaves out what a credential may hold besides texts
	});
	return jsonOf(result);
}

/** A table, to be looked at or tampered with past the API. */
export function tableOf({ tables, table }: World, name = table): Table | undefined {
	return tables.database.containing(name).find((one) => one.name === name);
}

/** The rows of a table as the API shows them. */
export function rows(here: World, name = here.table): Record<string, Cell>[] {
	return tableOf(here, name)?.select(() => true) ?? [];
}

export const idsOf = (items: readonly IDataObject[]): unknown[] => items.map(({ messageId }) => messageId);
export const outcomesOf = (items: readonly IDataObject[]): unknown[] => items.map(({ outcome }) => outcome);

/** The requests to the tables since the last call, as `METHOD path`, with `ID` for the ID of a table. */
export function calls({ tables }: World): string[] {
	const made = tables.requests.map(({ method, path }) => `${method} ${path.replace(/table\d{11}/, 'ID')}`.trim());
	tables.requests.length = 0;
	return made;
}
