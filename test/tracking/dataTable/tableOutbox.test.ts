import { CURSOR_COLUMNS } from '../../../nodes/CascadeMessaging/tracking/dataTable/cursorTable';
import { MESSAGE_COLUMNS } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import { TableOutbox } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableOutbox';
import { Refusal } from '../../support/tables/refusal';
import { calls, dataTables, HOUR, iso, message, rows, tableNamed } from '../support/dataTables';

const here = dataTables();
const outbox = (): TableOutbox => new TableOutbox(here.context, here.store, 'account');
const idsOf = (): unknown[] => rows(here).map(({ messageId }) => messageId);

/** An outbox that has been used once. */
async function used(): Promise<TableOutbox> {
	const box = outbox();
	await box.add([message('1')]);
	calls(here);
	return box;
}

const ADD = 'POST /ID/rows';
const LOOK = ['GET', 'GET'];
const MAKE = ['POST', 'POST'];

/** n8n refuses the next rows that are added. */
function refuseRows(status: number, words: string, times = 1): void {
	const left = { times };
	here.tables.before = ({ path }) => {
		if (path.endsWith('/rows') && left.times-- > 0) throw new Refusal(status, words);
	};
}

it('looks the tables up at the first message of a run, and never again', async () => {
	const box = outbox();
	expect(calls(here)).toEqual([]);
	for (const id of ['1', '2', '3']) await box.add([message(id)]);

	expect(calls(here)).toEqual([...LOOK, ...MAKE, ADD, ADD, ADD]);
	expect(rows(here)).toMatchObject(['1', '2', '3'].map((messageId) => ({ messageId, account: 'account' })));
});

describe('messages of several requests at the same time', () => {
	it('look the tables up once, and make them once', async () => {
		const box = outbox();
		await Promise.all(['1', '2', '3'].map((id) => box.add([message(id)])));

		expect(calls(here)).toEqual([...LOOK, ...MAKE, ADD, ADD, ADD]);
		expect(idsOf().sort()).toEqual(['1', '2', '3']);
	});

	it('share one look when the tables were deleted, and none is lost', async () => {
		const box = await used();
		for (const { id } of here.tables.database.containing(here.name)) here.tables.database.drop(id);
		await Promise.all(['2', '3', '4'].map((id) => box.add([message(id)])));

		expect(calls(here)).toEqual([ADD, ADD, ADD, ...LOOK, ...MAKE, ADD, ADD, ADD]);
		expect(idsOf().sort()).toEqual(['2', '3', '4']);
	});

	it('all fail when the look does; those after it look anew', async () => {
		const box = outbox();
		here.tables.before = () => {
			throw new Refusal(403, 'Forbidden');
		};
		const both = await Promise.allSettled(['1', '2'].map((id) => box.add([message(id)])));
		here.tables.before = () => undefined;
		expect(both).toMatchObject(Array(2).fill({ status: 'rejected', reason: { code: 'apiKeyWrong' } }));
		await box.add([message('3')]);

		expect(idsOf()).toEqual(['3']);
	});
});

describe('a table that changes in the middle of a run', () => {
	it('is made anew when both were deleted', async () => {
		const box = await used();
		for (const { id } of here.tables.database.containing(here.name)) here.tables.database.drop(id);
		await box.add([message('2')]);

		expect(calls(here)).toEqual([ADD, ...LOOK, ...MAKE, ADD]);
		expect(idsOf()).toEqual(['2']);
		await box.add([message('3')]);
		expect(calls(here)).toEqual([ADD]);
		expect(idsOf()).toEqual(['2', '3']);
	});

	it('is told of when it was deleted alone, at each message until it is back', async () => {
		const box = await used();
		here.tables.database.drop(tableNamed(here, here.name)?.id ?? '');
		const gone = { code: 'tableGone', message: expect.stringContaining('was renamed or deleted. Rename it back') as string };

		await expect(box.add([message('2')])).rejects.toMatchObject(gone);
		expect(calls(here)).toEqual([ADD, ...LOOK]);
		await expect(box.add([message('3')])).rejects.toMatchObject(gone);
		expect(calls(here)).toEqual(LOOK);
		here.tables.database.drop(tableNamed(here, `${here.name}_triggers`)?.id ?? '');
		await box.add([message('4')]);
		expect(idsOf()).toEqual(['4']);
	});

	it('is told of in our words when it lost a column', async () => {
		const box = await used();
		const table = tableNamed(here, here.name);
		if (table !== undefined) table.columns = table.columns.filter(({ name }) => name !== 'phone');

		await expect(box.add([message('2')])).rejects.toMatchObject({
			code: 'tableRejected',
			message: expect.stringContaining('lacks the columns phone.') as string,
		});
	});

	it('keeps its rows when it was renamed: whoever has its new name finds them', async () => {
		const box = await used();
		here.tables.database.rename(tableNamed(here, here.name)?.id ?? '', `${here.name}_renamed`);
		await box.add([message('2')]);

		expect(rows(here, `${here.name}_renamed`).map(({ messageId }) => messageId)).toEqual(['1', '2']);
	});

	it('gets its messages when n8n refused them once', async () => {
		const box = await used();
		refuseRows(500, 'Internal server error');
		await box.add([message('2')]);

		expect(calls(here)).toEqual([ADD, ...LOOK, ADD]);
		expect(idsOf()).toEqual(['1', '2']);
	});

	it('is tried twice and not more often', async () => {
		const box = await used();
		refuseRows(500, 'Internal server error', 2);

		await expect(box.add([message('2')])).rejects.toMatchObject({ code: 'tableRejected' });
		expect(calls(here)).toEqual([ADD, ...LOOK, ADD]);
	});
});

describe('messages that are scheduled', () => {
	const later = (id: string) => message(id, { sendAt: iso(24 * HOUR) });
	/** The tables of an older version. */
	const oldTables = async (): Promise<void> => {
		await here.tables.database.create(here.name, MESSAGE_COLUMNS);
		await here.tables.database.create(`${here.name}_triggers`, CURSOR_COLUMNS);
	};

	it('stand in a new table with when they go out, beside others without', async () => {
		const box = outbox();
		expect(await box.add([later('1'), message('2')])).toBeUndefined();
		expect(await box.add([message('3')])).toBeUndefined();

		expect(rows(here).map(({ messageId, sentAt, sendAt }) => [messageId, sentAt, sendAt])).toEqual([
			['1', iso(), iso(24 * HOUR)],
			['2', iso(), null],
			['3', iso(), null],
		]);
	});

	it('give an old table the column; whoever schedules none leaves it alone', async () => {
		await oldTables();
		const box = outbox();
		await box.add([message('1')]);
		expect(rows(here)[0]).not.toHaveProperty('sendAt');
		calls(here);
		expect(await Promise.all(['2', '3'].map((id) => box.add([later(id)])))).toEqual([undefined, undefined]);
		expect(calls(here)).toEqual([...LOOK, 'POST /ID/columns', 'GET', ADD, ADD]);
		await box.add([message('4')]);

		expect(rows(here).map(({ sendAt }) => sendAt)).toEqual([null, iso(24 * HOUR), iso(24 * HOUR), null]);
	});

	it('are taken for sent at once where the column cannot be added, with a warning; none is lost', async () => {
		await oldTables();
		here.tables.before = ({ path }) => {
			if (path.endsWith('/columns')) throw new Refusal(403, 'Forbidden');
		};
		const box = outbox();

		expect(await box.add([later('1'), message('2')])).toBe(
			`The trigger takes scheduled messages for sent at once, and so may give them up too early: the data table "${here.name}" lacks the column sendAt, and n8n does not let the API key in the credential add it. Make a key that has the scope dataTableColumn:create too, or add the column by hand, of type String.`,
		);
		expect(await box.add([message('3')])).toBeUndefined();
		expect(idsOf()).toEqual(['1', '2', '3']);
	});
});

describe('what cannot be added', () => {
	it('is not tried again where the tables have just been looked up', async () => {
		refuseRows(500, 'Internal server error');

		await expect(outbox().add([message('1')])).rejects.toMatchObject({ code: 'tableRejected' });
		expect(calls(here)).toEqual([...LOOK, ...MAKE, ADD]);
	});

	it('is not tried again where the table is not to blame; later messages look it up anew', async () => {
		const box = await used();
		refuseRows(403, 'Forbidden');
		await expect(box.add([message('2')])).rejects.toMatchObject({ code: 'apiKeyWrong' });
		expect(calls(here)).toEqual([ADD]);
		await box.add([message('3')]);

		expect(calls(here)).toEqual([...LOOK, ADD]);
		expect(idsOf()).toEqual(['1', '3']);
	});

	it('because of an error in the program is not tried again either', async () => {
		const box = await used();
		const error = Object.assign(new TypeError('x is not a function'), { code: 'tableGone' });

		await expect(
			box.add([
				{
					...message('2'),
					get phone(): string {
						throw error;
					},
				},
			]),
		).rejects.toBe(error);
		expect(calls(here)).toEqual([]);
	});
});
