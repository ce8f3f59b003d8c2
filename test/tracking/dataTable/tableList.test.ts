import { createTable, findTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableList';
import { calls, dataTables } from '../support/dataTables';

const here = dataTables();
const COLUMNS = [
	{ name: 'phone', type: 'string' },
	{ name: 'price', type: 'number' },
] as const;

it('a table that was made is found by its name, with its ID and its columns', async () => {
	const made = await createTable(here.api, here.name, COLUMNS);
	const found = await findTable(here.api, here.name);

	expect(made).toMatchObject({ id: expect.stringMatching(/^table\d+$/) as string, columns: ['phone', 'price'] });
	expect(found).toEqual(made);
	expect(calls(here)).toEqual(['POST', 'GET']);
});

it('no table is found that only contains the name, or is written in other letters', async () => {
	await createTable(here.api, `${here.name}_copy`, COLUMNS);
	await createTable(here.api, here.name.toUpperCase(), COLUMNS);

	expect(await findTable(here.api, here.name)).toBeUndefined();
	expect(calls(here)).toEqual(['POST', 'POST', 'GET']);
});

it('is looked for in pages of 250, and no further than it is found', async () => {
	const wanted = await createTable(here.api, here.name, COLUMNS);
	for (let other = 0; other < 500; other++) await here.tables.database.create(`${here.name}_${other}`, []);
	calls(here);

	expect(await findTable(here.api, here.name)).toEqual(wanted);
	expect(here.tables.requests.map(({ query }) => new URLSearchParams(query).get('limit'))).toEqual(['250', '250', '250']);
	calls(here);
	expect((await findTable(here.api, `${here.name}_499`))?.columns).toEqual([]);
	expect(calls(here)).toEqual(['GET']);
});

it('asks for the name and for nothing else, page after page', async () => {
	for (let other = 0; other < 251; other++) await here.tables.database.create(`${here.name}_${other}`, []);
	await findTable(here.api, here.name);

	const [first, second] = here.tables.requests.map(({ query }) => Object.fromEntries(new URLSearchParams(query)));
	expect(first).toEqual({ filter: JSON.stringify({ name: here.name }), limit: '250' });
	expect(second).toEqual({ ...first, cursor: expect.any(String) as string });
});

it('what n8n answers in another shape is no table', async () => {
	const odd = (answer: object) => ({ ask: async () => await Promise.resolve(answer) }) as never;

	expect(await findTable(odd({}), 'x')).toBeUndefined();
	expect(await findTable(odd({ data: [null, 'x', { name: 'y' }] }), 'x')).toBeUndefined();
	expect(await findTable(odd({ data: [{ name: 'x', id: 7 }] }), 'x')).toMatchObject({ id: '7', columns: [] });
	expect(await findTable(odd({ data: [{ name: 'x', id: 7, columns: ['a', { name: 'b' }, { name: 8 }] }] }), 'x')).toMatchObject({
		columns: ['b', '8'],
	});
});

it('throws what n8n says when a table cannot be made', async () => {
	await createTable(here.api, here.name, COLUMNS);

	await expect(createTable(here.api, here.name, COLUMNS)).rejects.toMatchObject({
		code: 'tableRejected',
		message: `n8n refuses what the data table was asked. It says: <Data table with name '${here.name}' already exists in this project>`,
	});
});
