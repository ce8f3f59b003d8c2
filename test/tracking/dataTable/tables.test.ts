import type * as N8nWorkflow from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { CURSOR_COLUMNS, FOLLOWING_COLUMNS } from '../../../nodes/CascadeMessaging/tracking/dataTable/cursorTable';
import { ENGAGEMENT_COLUMNS } from '../../../nodes/CascadeMessaging/tracking/dataTable/engagementColumns';
import { MESSAGE_COLUMNS, SEND_AT_COLUMNS } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import { findMessages, openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { Refusal } from '../../support/tables/refusal';
import { calls, dataTables, message, tableNamed } from '../support/dataTables';

jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));

const here = dataTables();
const open = async () => await openTables(here.context, here.store, 'account');
const columnsOf = (name: string) => tableNamed(here, name)?.columns.map((column) => ({ name: column.name, type: column.type }));

/** n8n refuses to make tables, and meanwhile somebody else does something. */
function refuseMaking(meanwhile: () => unknown = () => undefined): void {
	here.tables.before = async ({ method, path }) => {
		if (method !== 'POST' || path !== '') return;
		await meanwhile();
		throw new Refusal(400, 'No tables today');
	};
}

/** How long was waited, but for the clocks of requests, which a signal stops. */
const waits = (): number[] =>
	jest.mocked(sleep).mock.calls.flatMap(([milliseconds, signal]) => (signal === undefined ? [milliseconds] : []));

beforeEach(() => {
	const { sleep: really } = jest.requireActual<typeof N8nWorkflow>('n8n-workflow');
	jest.mocked(sleep).mockReset();
	jest.mocked(sleep).mockImplementation(async (milliseconds, signal) => {
		if (signal !== undefined) await really(milliseconds, signal);
	});
});

describe('the two tables of an account', () => {
	it('are made when they are opened for the first time', async () => {
		const { messages, cursors } = await open();

		expect(columnsOf(here.name)).toEqual([...MESSAGE_COLUMNS, ...SEND_AT_COLUMNS, ...ENGAGEMENT_COLUMNS]);
		expect(columnsOf(`${here.name}_triggers`)).toEqual([...CURSOR_COLUMNS, ...FOLLOWING_COLUMNS]);
		expect([messages.id, cursors.id]).toEqual([tableNamed(here, here.name)?.id, tableNamed(here, `${here.name}_triggers`)?.id]);
		expect(calls(here)).toEqual(['GET', 'GET', 'POST', 'POST']);
		expect(waits()).toEqual([]);
	});

	it('are found when they are there', async () => {
		const made = await open();
		calls(here);
		const found = await open();

		expect([found.messages.id, found.cursors.id]).toEqual([made.messages.id, made.cursors.id]);
		expect(calls(here)).toEqual(['GET', 'GET']);
	});

	it('know whose messages they are', async () => {
		await (await openTables(here.context, here.store, 'another')).messages.add([message('1')]);

		expect(await (await open()).messages.last()).toBeUndefined();
		expect(await (await openTables(here.context, here.store, 'another')).messages.last()).toMatchObject({ account: 'another' });
	});

	it('are made anew when both are gone', async () => {
		const { messages, cursors } = await open();
		for (const { id } of [messages, cursors]) here.tables.database.drop(id);

		expect((await open()).messages.id).not.toBe(messages.id);
	});

	it('are not made anew when the messages are missing alone: what they hold would be lost', async () => {
		here.tables.database.drop((await open()).messages.id);

		await expect(open()).rejects.toMatchObject({
			code: 'tableGone',
			message: `The data table "${here.name}" was renamed or deleted. Rename it back, enter its new name in the credential, or delete "${here.name}_triggers" too to start anew.`,
		});
		expect(tableNamed(here, here.name)).toBeUndefined();
	});

	it('get new cursors when those are missing alone', async () => {
		const { messages, cursors } = await open();
		here.tables.database.drop(cursors.id);
		const again = await open();

		expect(again.messages.id).toBe(messages.id);
		expect(again.cursors.id).not.toBe(cursors.id);
	});

	it.each([
		['', 'phone, account', ['phone', 'account']],
		['_triggers', 'timedOutUpTo', ['timedOutUpTo']],
	])('cannot be used when "%s" lacks the columns %s', async (ending, words, names) => {
		await open();
		const table = tableNamed(here, `${here.name}${ending}`);
		if (table !== undefined) table.columns = table.columns.filter(({ name }) => !names.includes(name));

		await expect(open()).rejects.toMatchObject({
			code: 'tableRejected',
			message: `The data table "${here.name}${ending}" lacks the columns ${words}. Restore them, or enter another table name in the credential.`,
		});
	});
});

describe('tables of an older version, without the columns for following', () => {
	const follow = async () => await openTables(here.context, here.store, 'account', { follows: true });
	beforeEach(async () => {
		await here.tables.database.create(here.name, MESSAGE_COLUMNS);
		await here.tables.database.create(`${here.name}_triggers`, CURSOR_COLUMNS);
	});

	it('do for whoever does not follow', async () => {
		await open();

		expect(calls(here)).toEqual(['GET', 'GET']);
		expect(columnsOf(here.name)).toEqual(MESSAGE_COLUMNS);
	});

	it('get them for whoever does, once', async () => {
		await follow();
		expect(columnsOf(here.name)).toEqual([...MESSAGE_COLUMNS, ...ENGAGEMENT_COLUMNS]);
		expect(columnsOf(`${here.name}_triggers`)).toEqual([...CURSOR_COLUMNS, ...FOLLOWING_COLUMNS]);
		const messageColumns = ENGAGEMENT_COLUMNS.map(() => 'POST /ID/columns');
		expect(calls(here)).toEqual(['GET', 'GET', ...messageColumns, 'GET', 'POST /ID/columns', 'GET']);
		await follow();

		expect(calls(here)).toEqual(['GET', 'GET']);
	});

	it('may get them from another process in the same moment', async () => {
		await Promise.all([follow(), follow()]);

		expect(columnsOf(here.name)).toEqual([...MESSAGE_COLUMNS, ...ENGAGEMENT_COLUMNS]);
	});

	it.each([
		['a key that may not', 403, 'Forbidden'],
		['an n8n that cannot', 404, 'not found'],
		['a full n8n', 400, 'No columns today'],
	])('say what to do where they cannot be added: %s', async (_name, status, words) => {
		here.tables.before = ({ path }) => {
			if (path.endsWith('/columns')) throw new Refusal(status, words);
		};

		await expect(follow()).rejects.toMatchObject({
			code: 'tableRejected',
			message: `The data table "${here.name}" lacks the columns read, readLearntAt, linkOpened, linkOpenedLearntAt, unsubscribed, unsubscribedLearntAt, which the events of the trigger need, and n8n does not let the API key in the credential add them. Make a key that has the scope dataTableColumn:create too, or add the columns by hand, all of type String.`,
		});
	});

	it('are left alone by an n8n that is not ready', async () => {
		here.tables.before = ({ path }) => {
			if (path.endsWith('/columns')) here.tables.phase = 'starting';
			if (path.endsWith('/columns')) throw new Refusal(500, 'html');
		};

		await expect(follow()).rejects.toMatchObject({ code: 'n8nStarting' });
	});
});

describe('a table of an older version, without the column for scheduled messages', () => {
	const schedule = async () => (await openTables(here.context, here.store, 'account', { schedules: true })).messages;
	beforeEach(async () => {
		await here.tables.database.create(here.name, MESSAGE_COLUMNS);
		await here.tables.database.create(`${here.name}_triggers`, CURSOR_COLUMNS);
	});

	it('gets it for the first of them, once', async () => {
		expect((await schedule()).tellsSendAt).toBe(true);
		expect(columnsOf(here.name)).toEqual([...MESSAGE_COLUMNS, ...SEND_AT_COLUMNS]);
		expect(columnsOf(`${here.name}_triggers`)).toEqual(CURSOR_COLUMNS);
		expect(calls(here)).toEqual(['GET', 'GET', 'POST /ID/columns', 'GET']);
		await schedule();

		expect(calls(here)).toEqual(['GET', 'GET']);
	});

	it.each([
		['a key that may not', 403, 'Forbidden'],
		['an n8n that cannot', 404, 'not found'],
		['a full n8n', 400, 'No columns today'],
	])('is used without it where it cannot be added: %s', async (_name, status, words) => {
		here.tables.before = ({ path }) => {
			if (path.endsWith('/columns')) throw new Refusal(status, words);
		};

		expect((await schedule()).tellsSendAt).toBe(false);
	});

	it('is left alone by an n8n that is not ready', async () => {
		here.tables.before = ({ path }) => {
			if (path.endsWith('/columns')) here.tables.phase = 'starting';
			if (path.endsWith('/columns')) throw new Refusal(500, 'html');
		};

		await expect(schedule()).rejects.toMatchObject({ code: 'n8nStarting' });
	});
});

describe('a table that cannot be made', () => {
	it('is the one another execution made in the same moment', async () => {
		refuseMaking(async () => {
			const name = tableNamed(here, here.name) === undefined ? here.name : `${here.name}_triggers`;
			await here.tables.database.create(name, name === here.name ? MESSAGE_COLUMNS : CURSOR_COLUMNS);
		});
		const { messages } = await open();

		expect(messages.id).toBe(tableNamed(here, here.name)?.id);
		expect(waits()).toEqual([500, 500]);
	});

	it('leaves n8n’s reason when nobody made it', async () => {
		refuseMaking();

		await expect(open()).rejects.toMatchObject({ code: 'tableRejected', message: expect.stringContaining('<No tables today>') as string });
		expect(calls(here)).toEqual(['GET', 'GET', 'POST', 'GET']);
	});
});

describe('the messages of an account', () => {
	it('are found without looking for the cursors', async () => {
		await (await open()).messages.add([message('1')]);
		calls(here);
		const found = await findMessages(here.context, here.store, 'account');

		expect(calls(here)).toEqual(['GET']);
		expect(await found?.last()).toMatchObject({ messageId: '1' });
		expect(await (await findMessages(here.context, here.store, 'another'))?.last()).toBeUndefined();
	});

	it('are nowhere when there is no table, and none is made', async () => {
		expect(await findMessages(here.context, here.store, 'account')).toBeUndefined();
		expect(tableNamed(here, here.name)).toBeUndefined();
	});
});
