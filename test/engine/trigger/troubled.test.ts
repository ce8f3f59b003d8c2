import type { IDataObject } from 'n8n-workflow';

import { Refusal } from '../../support/tables/refusal';
import { calls, HOUR, idsOf, pass, READ, rows, send, tableAccount, tableOf, trigger, world } from './world';

const here = world();

/** Sends and polls: the message goes out with a warning, and a poll says the same, after which others warn for an hour. */
async function tells(words: string, changes: IDataObject = {}): Promise<void> {
	const [sent] = await send(here, [READ], changes);
	const one = trigger(here, { account: tableAccount(here, changes) });

	expect(sent).toMatchObject({ accepted: true, warning: `Not tracked, so no trigger will report it. ${words}` });
	await expect(one.poll()).rejects.toMatchObject({ name: 'NodeOperationError', message: words });
	expect(await one.poll()).toEqual([]);
	expect(one.warnings).toEqual([`Cascade Messaging Trigger could not poll. ${words}`]);
}

const tableId = (name = here.table): string => tableOf(here, name)?.id ?? '';
const gone = (): string =>
	`The data table "${here.table}" was renamed or deleted. Rename it back, enter its new name in the credential, or delete "${here.table}_triggers" too to start anew.`;

describe('a data table that cannot be used', () => {
	beforeEach(async () => {
		await trigger(here).poll();
	});

	it('because it was renamed', async () => {
		here.tables.database.rename(tableId(), `${here.table}_renamed`);
		await tells(gone());
	});

	it('because it was deleted', async () => {
		here.tables.database.drop(tableId());
		await tells(gone());
	});

	it('because columns were deleted', async () => {
		const table = tableOf(here);
		if (table !== undefined) table.columns = table.columns.filter(({ name }) => name !== 'phone' && name !== 'account');
		await tells(
			`The data table "${here.table}" lacks the columns phone, account. Restore them, or enter another table name in the credential.`,
		);
	});

	it('because a column of the triggers was deleted', async () => {
		const table = tableOf(here, `${here.table}_triggers`);
		if (table !== undefined) table.columns = table.columns.filter(({ name }) => name !== 'timedOutUpTo');
		await tells(
			`The data table "${here.table}_triggers" lacks the columns timedOutUpTo. Restore them, or enter another table name in the credential.`,
		);
	});

	it('because the API key is wrong', async () => {
		await tells(
			'n8n does not accept the API key in the credential for data tables. Make a new one with all Data Table scopes. If n8n runs with N8N_PUBLIC_API_DISABLED, turn its public API on first.',
			{ n8nApiKey: 'wrong' },
		);
	});

	it.each(['starting', 'withoutRoutes'] as const)('because n8n is %s', async (phase) => {
		here.tables.phase = phase;
		await tells(
			'n8n answered with something else than its API. It may still be starting, its public API may be off, or the n8n URL in the credential is wrong.',
		);
	});

	it('because nobody listens under the n8n URL', async () => {
		await tells('n8n cannot be reached under its own address. Enter the n8n URL in the credential.', { n8nUrl: 'http://127.0.0.1:1' });
	});

	it('because n8n refuses', async () => {
		here.tables.before = () => {
			throw new Refusal(403, 'Forbidden');
		};
		await tells(
			'n8n does not accept the API key in the credential for data tables: it lacks scopes. Make a new one with all Data Table scopes.',
		);
	});
});

describe('a data table that is full', () => {
	it('lets the message go out with a warning; once there is room, nothing earlier is missing', async () => {
		const one = trigger(here);
		await one.poll();
		const [earlier] = await send(here, [READ]);
		here.tables.isFull = true;
		const words =
			'The data tables of n8n are full. Delete rows or tables, shorten Keep For in the credential, or raise N8N_DATA_TABLES_MAX_SIZE_BYTES.';
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);

		expect(sent).toMatchObject({ accepted: true, warning: `Not tracked, so no trigger will report it. ${words}` });
		await expect(one.poll()).rejects.toMatchObject({ name: 'NodeOperationError', message: words });
		here.tables.isFull = false;
		expect(idsOf(await one.poll())).toEqual([earlier?.messageId]);
	});
});

describe('the two tables of an account', () => {
	it('are made by whoever needs them first: a send', async () => {
		await send(here, [READ]);

		expect(here.tables.database.containing(here.table).map(({ name }) => name)).toEqual([here.table, `${here.table}_triggers`]);
		expect(rows(here)).toHaveLength(1);
	});

	it('are made anew when both are gone', async () => {
		const one = trigger(here);
		await one.poll();
		here.tables.database.drop(tableId(`${here.table}_triggers`));
		here.tables.database.drop(tableId());
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
		expect(rows(here)).toMatchObject([{ messageId: sent?.messageId }]);
	});

	it('are made anew, and nothing in them is overlooked because the old ones had more rows', async () => {
		const one = trigger(here);
		await one.poll();
		await send(here, [READ]);
		pass(here, HOUR);
		await one.poll();
		here.tables.database.drop(tableId(`${here.table}_triggers`));
		here.tables.database.drop(tableId());
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
	});

	it('may have a name with blanks and signs', async () => {
		const account = tableAccount(here, { dataTableName: `${here.table} of "Cascade" (50 % + *)` });
		const one = trigger(here, { account });
		await one.poll();

		await expect(one.poll()).resolves.toEqual([]);
	});

	it('are found among more than a hundred whose names contain theirs', async () => {
		const one = trigger(here);
		await one.poll();
		for (let other = 0; other < 100; other++) await here.tables.database.create(`${here.table}_${other}`, []);

		await expect(one.poll()).resolves.toEqual([]);
	});

	it('are not mixed up with others whose names contain theirs', async () => {
		await here.tables.database.create(`${here.table}_copy`, []);
		await here.tables.database.create(`${here.table}_triggers_old`, []);

		await expect(trigger(here).poll()).resolves.toEqual([]);
		expect(here.tables.database.containing(here.table)).toHaveLength(4);
	});

	it('may be made by two executions in the same moment', async () => {
		const sent = await Promise.all([send(here, [READ]), send(here, [READ])]);

		expect(sent.flat().map(({ warning }) => warning)).toEqual([undefined, undefined]);
		expect(rows(here)).toHaveLength(2);
		expect(here.tables.database.containing(here.table)).toHaveLength(2);
	});

	it('cannot be made where n8n refuses, and the trigger says what n8n said', async () => {
		here.tables.before = ({ method, path }) => {
			if (method === 'POST' && path === '') throw new Refusal(400, 'No tables today');
		};
		const one = trigger(here);

		await expect(one.poll()).rejects.toThrow('n8n refuses what the data table was asked. It says: No tables today');
		await one.poll();
		expect(calls(here).filter((call) => call === 'POST')).toHaveLength(2);
	});
});
