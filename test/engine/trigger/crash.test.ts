import { anotherProcess } from './anotherProcess';
import type { Activation } from './kit';
import { calls, HOUR, idsOf, NEVER, outcomesOf, pass, READ, rows, send, tableOf, trigger, world } from './world';

const here = world();
const cursors = () => rows(here, `${here.table}_triggers`);

/** The same trigger in one n8n process and, with another node, in the next. */
const same = (workflowId: string, activation: Activation = {}) => trigger(here, { workflowId, ...activation });

describe('n8n ends', () => {
	it('between an emission and the next poll: those messages come again, and no other', async () => {
		await same('crash').poll();
		const [first] = await send(here, [READ]);
		pass(here, 8 * HOUR);
		expect(idsOf(await same('crash').poll())).toEqual([first?.messageId]);
		const afterCrash = same('crash', { node: anotherProcess() });

		expect(idsOf(await afterCrash.poll())).toEqual([first?.messageId]);
		expect(await afterCrash.poll()).toEqual([]);
		const [second] = await send(here, [READ]);
		pass(here, 8 * HOUR);
		expect(idsOf(await afterCrash.poll())).toEqual([second?.messageId]);
	});

	it('after the next poll: nothing comes again', async () => {
		await same('lives').poll();
		await send(here, [READ]);
		pass(here, 8 * HOUR);
		expect(await same('lives').poll()).toHaveLength(1);
		expect(await same('lives').poll()).toEqual([]);

		expect(await same('lives', { node: anotherProcess() }).poll()).toEqual([]);
	});

	it('while a message is on its way: it is reported after the restart', async () => {
		await same('waits').poll();
		const [sent] = await send(here, [READ]);
		await same('waits').poll();
		pass(here, 8 * HOUR);

		expect(idsOf(await same('waits', { node: anotherProcess() }).poll())).toEqual([sent?.messageId]);
	});

	it('after a message was given up: that is not said again', async () => {
		const hastily = { parameters: { giveUpAfter: 2 } };
		await same('hasty', hastily).poll();
		await send(here, [NEVER]);
		pass(here, 2 * HOUR);
		expect(outcomesOf(await same('hasty', hastily).poll())).toEqual(['timeout']);
		expect(await same('hasty', hastily).poll()).toEqual([]);

		expect(await same('hasty', { ...hastily, node: anotherProcess() }).poll()).toEqual([]);
	});

	it('after messages nobody wants to hear of: the cursor has gone past them all the same', async () => {
		const picky = { parameters: { outcomes: ['expired'] } };
		await same('picky', picky).poll();
		const [before] = cursors();
		await send(here, [READ]);
		pass(here, 8 * HOUR);
		expect(await same('picky', picky).poll()).toEqual([]);
		const [after] = cursors();

		expect(after?.reportedUpTo).toBe(new Date(here.now).toISOString());
		expect(before?.reportedUpTo).toBe(new Date(here.now - 8 * HOUR).toISOString());
	});
});

describe('a cursor', () => {
	it('stands in the second table, one row for each trigger', async () => {
		await same('one').poll();
		await same('two', { parameters: { giveUpAfter: 1 } }).poll();
		const start = new Date(here.now).toISOString();

		expect(cursors()).toMatchObject([
			{ trigger: 'one:n2', workflowName: 'Outcomes', reportedUpTo: start, timedOutUpTo: new Date(here.now - 72 * HOUR).toISOString() },
			{ trigger: 'two:n2', workflowName: 'Outcomes', reportedUpTo: start, timedOutUpTo: new Date(here.now - HOUR).toISOString() },
		]);
	});

	it('is read once in the life of a process, and written only when there is something new', async () => {
		await same('thrifty').poll();
		calls(here);
		pass(here, HOUR / 2);
		await same('thrifty').poll();

		expect(calls(here)).toEqual(['GET', 'GET', 'GET /ID/rows', 'GET /ID/rows']);
	});

	it('is found by another process, which does not begin anew', async () => {
		await same('found').poll();
		const [sent] = await send(here, [READ]);
		pass(here, HOUR);
		await same('found', { node: anotherProcess() }).poll();

		expect(cursors()).toHaveLength(1);
		expect(cursors()[0]?.reportedUpTo).toBe(sent === undefined ? '' : new Date(here.now - HOUR).toISOString());
	});

	it('that cannot be written keeps the poll from going on, so that nothing is skipped', async () => {
		const one = same('stuck');
		await one.poll();
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);
		await one.poll();
		here.tables.isFull = true;
		await expect(one.poll()).rejects.toThrow('The data tables of n8n are full.');
		here.tables.isFull = false;

		expect(await one.poll()).toEqual([]);
		expect(cursors()[0]?.reportedUpTo).toBe(rows(here)[0]?.learntAt);
		expect(rows(here)[0]?.messageId).toBe(sent?.messageId);
	});

	it('that somebody emptied by hand lets everything in the table come again, rather than get lost', async () => {
		await same('emptied').poll();
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);
		await same('emptied').poll();
		await same('emptied').poll();
		const table = tableOf(here, `${here.table}_triggers`);
		Object.assign(table?.rows[0]?.cells ?? {}, { reportedUpTo: null, timedOutUpTo: null });

		expect(idsOf(await same('emptied', { node: anotherProcess() }).poll())).toEqual([sent?.messageId]);
	});

	it('that somebody deletes as it is made does not keep the trigger from working', async () => {
		here.tables.before = ({ method, path }) => {
			const table = tableOf(here, `${here.table}_triggers`);
			if (method === 'GET' && table !== undefined && path === `/${table.id}/rows`) table.rows = [];
		};
		const one = same('deleted');
		expect([await one.poll(), one.warnings]).toEqual([[], []]);
		here.tables.before = () => undefined;
		const [sent] = await send(here, [READ]);
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
		expect(await one.poll()).toEqual([]);
	});
});
