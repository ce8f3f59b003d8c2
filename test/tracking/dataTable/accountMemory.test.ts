import { AccountMemory, memoryOf } from '../../../nodes/CascadeMessaging/tracking/dataTable/accountMemory';
import type { Tables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { calls, dataTables, HOUR, iso, message, rows, START } from '../support/dataTables';

const here = dataTables();
const DAY = 24 * HOUR;
const open = async (account = 'account'): Promise<Tables> => await openTables(here.context, here.store, account);

it('removes what was sent longer ago than it is kept, and has all rows read again', async () => {
	const { messages } = await open();
	await messages.add([message('1', { sentAt: iso(-2 * DAY - 1) }), message('2', { sentAt: iso(-2 * DAY) })]);
	const memory = new AccountMemory();
	const startOver = jest.spyOn(memory.tracker, 'startOver');
	await memory.removeOldRows(messages, 2);

	expect(rows(here).map(({ messageId }) => messageId)).toEqual(['2']);
	expect(startOver.mock.calls).toEqual([[iso(-2 * DAY)]]);
});

it('counts that from when a message goes out', async () => {
	const { messages } = await open();
	const old = { sentAt: iso(-40 * DAY) };
	await messages.add([
		message('to come', { ...old, sendAt: iso(DAY) }),
		message('gone', { ...old, sendAt: iso(-2 * DAY - 1) }),
		message('lately', { ...old, sendAt: iso(-2 * DAY) }),
	]);
	await new AccountMemory().removeOldRows(messages, 2);

	expect(rows(here).map(({ messageId }) => messageId)).toEqual(['to come', 'lately']);
});

it('does so once an hour', async () => {
	const { messages } = await open();
	const memory = new AccountMemory();
	calls(here);
	const removedAt = async (moment: number): Promise<boolean> => {
		here.now = START + moment;
		await memory.removeOldRows(messages, 2);
		return calls(here).length > 0;
	};

	expect([
		await removedAt(0),
		await removedAt(HOUR - 1),
		await removedAt(HOUR),
		await removedAt(2 * HOUR - 1),
		await removedAt(2 * HOUR),
	]).toEqual([true, false, true, false, true]);
});

it('tries again at once when it failed', async () => {
	const { messages } = await open();
	const memory = new AccountMemory();
	const startOver = jest.spyOn(memory.tracker, 'startOver');
	here.tables.phase = 'starting';
	await expect(memory.removeOldRows(messages, 2)).rejects.toMatchObject({ code: 'n8nStarting' });
	expect(startOver).not.toHaveBeenCalled();
	here.tables.phase = 'ready';
	calls(here);
	await memory.removeOldRows(messages, 2);

	expect(calls(here)).toEqual(['DELETE /ID/rows/delete', 'DELETE /ID/rows/delete']);
});

it('is one for each account and its tables', async () => {
	const tables = await open();
	const memory = memoryOf('account', tables);

	expect(memoryOf('account', await open())).toBe(memory);
	expect(memoryOf('another', tables)).not.toBe(memory);
	here.tables.database.drop(tables.cursors.id);
	const withOtherCursors = await open();
	expect(memoryOf('account', withOtherCursors)).not.toBe(memory);
	expect(memoryOf('account', { ...tables, messages: withOtherCursors.messages })).toBe(memory);
	for (const { id } of here.tables.database.containing(here.name)) here.tables.database.drop(id);
	expect(memoryOf('account', { ...tables, messages: (await open()).messages })).not.toBe(memory);
});

it('keeps a cursor for each trigger', () => {
	const { cursors } = new AccountMemory();

	expect(cursors.of('one')).toBe(cursors.of('one'));
	expect(cursors.of('one')).not.toBe(cursors.of('two'));
});
