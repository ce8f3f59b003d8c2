import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { dataTables, iso, rows, tableNamed } from '../support/dataTables';

const here = dataTables();
const cursors = async () => (await openTables(here.context, here.store, 'account')).cursors;
const owner = (trigger: string) => ({ trigger, workflowName: 'Outcomes' });
const cursor = { reportedUpTo: iso(1), timedOutUpTo: iso(2) };
const later = { reportedUpTo: iso(3), timedOutUpTo: iso(4) };

it('keeps a cursor for each trigger, in a row people can read', async () => {
	const table = await cursors();
	expect(await table.find('one')).toBeUndefined();
	await table.add(owner('one'), cursor);
	await table.add(owner('two'), later);

	expect(await table.find('one')).toEqual({ rowId: 1, cursor });
	expect(await table.find('two')).toEqual({ rowId: 2, cursor: later });
	expect(rows(here, `${here.name}_triggers`)).toMatchObject([
		{ trigger: 'one', workflowName: 'Outcomes', ...cursor },
		{ trigger: 'two', ...later },
	]);
	expect(table.id).toBe(tableNamed(here, `${here.name}_triggers`)?.id);
});

it('moves one cursor and no other', async () => {
	const table = await cursors();
	await table.add(owner('one'), cursor);
	await table.add(owner('two'), cursor);
	await table.move(2, later);

	expect(await table.find('one')).toEqual({ rowId: 1, cursor });
	expect(await table.find('two')).toEqual({ rowId: 2, cursor: later });
});

it('takes a row that somebody emptied by hand for a cursor before all time', async () => {
	const table = await cursors();
	await table.add(owner('one'), cursor);
	Object.assign(tableNamed(here, `${here.name}_triggers`)?.rows[0]?.cells ?? {}, { reportedUpTo: null, timedOutUpTo: null });

	expect(await table.find('one')).toEqual({ rowId: 1, cursor: { reportedUpTo: '', timedOutUpTo: '' } });
});
