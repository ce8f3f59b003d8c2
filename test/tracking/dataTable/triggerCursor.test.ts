import type { CursorTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/cursorTable';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { TriggerCursor } from '../../../nodes/CascadeMessaging/tracking/dataTable/triggerCursor';
import { calls, dataTables, iso, rows, tableNamed } from '../support/dataTables';

const here = dataTables();
const owner = { trigger: 'w1:n1', workflowName: 'Outcomes' };
const cursorAt = (moment: number) => ({ reportedUpTo: iso(moment), timedOutUpTo: iso(moment) });
const START = cursorAt(0);

/** A trigger's cursor and the table it stands in, before the trigger has polled. */
async function fresh(): Promise<{ table: CursorTable; cursor: TriggerCursor }> {
	const { cursors } = await openTables(here.context, here.store, 'account');
	calls(here);
	return { table: cursors, cursor: new TriggerCursor() };
}

const saved = () => rows(here, `${here.name}_triggers`);

describe('a trigger’s cursor', () => {
	it('starts where a new trigger starts, and is written down', async () => {
		const { table, cursor } = await fresh();

		expect(await cursor.open(table, owner, START)).toEqual(START);
		expect(saved()).toMatchObject([{ ...owner, ...START }]);
		expect(calls(here)).toEqual(['GET /ID/rows', 'POST /ID/rows', 'GET /ID/rows']);
	});

	it('is read once', async () => {
		const { table, cursor } = await fresh();
		await table.add(owner, cursorAt(5));
		calls(here);

		expect(await cursor.open(table, owner, START)).toEqual(cursorAt(5));
		expect(await cursor.open(table, owner, START)).toEqual(cursorAt(5));
		expect(calls(here)).toEqual(['GET /ID/rows']);
	});

	it('moves at the poll after an emission, which shows that n8n lived on', async () => {
		const { table, cursor } = await fresh();
		await cursor.open(table, owner, START);
		cursor.emitted(cursorAt(1));
		expect(saved()).toMatchObject([START]);

		expect(await cursor.open(table, owner, START)).toEqual(cursorAt(1));
		expect(saved()).toMatchObject([cursorAt(1)]);
		calls(here);
		expect(await cursor.open(table, owner, START)).toEqual(cursorAt(1));
		expect(calls(here)).toEqual([]);
	});

	it('moves at once when nothing is emitted, and forgets what was emitted before', async () => {
		const { table, cursor } = await fresh();
		await cursor.open(table, owner, START);
		cursor.emitted(cursorAt(1));

		expect(await cursor.move(table, cursorAt(2))).toEqual(cursorAt(2));
		expect(await cursor.open(table, owner, START)).toEqual(cursorAt(2));
		expect(saved()).toMatchObject([cursorAt(2)]);
	});

	it('stays where it was when it cannot be written, and moves later', async () => {
		const { table, cursor } = await fresh();
		await cursor.open(table, owner, START);
		cursor.emitted(cursorAt(1));
		here.tables.isFull = true;
		await expect(cursor.open(table, owner, START)).rejects.toMatchObject({ code: 'tablesFull' });
		expect(saved()).toMatchObject([START]);
		here.tables.isFull = false;

		expect(await cursor.open(table, owner, START)).toEqual(cursorAt(1));
		expect(saved()).toMatchObject([cursorAt(1)]);
	});

	it('lives in this process alone when somebody deletes its row as it is made', async () => {
		const { table, cursor } = await fresh();
		here.tables.before = ({ method }) => {
			const made = tableNamed(here, `${here.name}_triggers`);
			if (method === 'GET' && made !== undefined) made.rows = [];
		};

		expect(await cursor.open(table, owner, START)).toEqual(START);
		cursor.emitted(cursorAt(1));
		calls(here);
		expect(await cursor.open(table, owner, START)).toEqual(cursorAt(1));
		expect(calls(here)).toEqual([]);
	});
});

describe('since when a trigger follows', () => {
	it('is where it stood when it began, and stays, also in another process', async () => {
		const { table, cursor } = await fresh();
		await cursor.open(table, owner, START);
		expect(await cursor.followingSince(table, true, iso(1))).toBe(iso(1));
		calls(here);
		expect(await cursor.followingSince(table, true, iso(2))).toBe(iso(1));
		expect(calls(here)).toEqual([]);
		const restarted = new TriggerCursor();
		await restarted.open(table, owner, START);

		expect(await restarted.followingSince(table, true, iso(3))).toBe(iso(1));
		expect(saved()).toMatchObject([{ ...START, followingSince: iso(1) }]);
	});

	it('is nothing where it does not follow, without a request, and begins anew', async () => {
		const { table, cursor } = await fresh();
		await cursor.open(table, owner, START);
		calls(here);
		expect(await cursor.followingSince(table, false, iso(1))).toBeUndefined();
		expect(calls(here)).toEqual([]);
		await cursor.followingSince(table, true, iso(2));
		expect(await cursor.followingSince(table, false, iso(3))).toBeUndefined();
		expect(saved()).toMatchObject([{ followingSince: null }]);

		expect(await cursor.followingSince(table, true, iso(4))).toBe(iso(4));
	});

	it('is as before when it cannot be written', async () => {
		const { table, cursor } = await fresh();
		await cursor.open(table, owner, START);
		here.tables.isFull = true;
		await expect(cursor.followingSince(table, true, iso(1))).rejects.toMatchObject({ code: 'tablesFull' });
		here.tables.isFull = false;

		expect(await cursor.followingSince(table, true, iso(2))).toBe(iso(2));
	});
});
