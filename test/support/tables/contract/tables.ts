import assert from 'node:assert/strict';

import { dig, listAt, textAt } from '../../../../demo/json';
import type { Clause, Condition, Subject } from './client';
import { ask, clause, COLUMNS, filterOf, filterQuery, freshName, tableWith } from './client';

const create = async (subject: Subject, name: string, columns: unknown = COLUMNS) =>
	await ask(subject, 'POST', '', { body: { name, columns } });

const listed = async (subject: Subject, name: string, limit = '') =>
	await ask(subject, 'GET', '', { query: `filter=${encodeURIComponent(JSON.stringify({ name }))}${limit}` });

const namesIn = (document: unknown): unknown[] => listAt(document, 'data').map((table) => dig(table, 'name'));

/** Tables as a whole: made, found, renamed, deleted. */
export const tables: readonly Clause[] = [
	clause('makes a table, and says which columns it has', async (subject) => {
		const name = freshName();
		const { status, document } = await create(subject, name);
		assert.equal(status, 201);
		assert.equal(dig(document, 'name'), name);
		assert.match(textAt(document, 'id'), /^[a-zA-Z0-9]{16}$/);
		const columns = listAt(document, 'columns').map((column) => `${textAt(column, 'name')} ${textAt(column, 'type')}`);
		assert.deepEqual(columns.sort(), ['day date', 'number number', 'text string', 'yes boolean']);
	}),
	clause('refuses a name that is taken, and of two made in the same moment one', async (subject) => {
		const name = freshName();
		await create(subject, name);
		const again = await create(subject, name);
		assert.deepEqual([again.status, again.document], [409, { message: `Data table with name '${name}' already exists in this project` }]);

		const other = freshName();
		const both = await Promise.all([create(subject, other), create(subject, other)]);
		const [made, refused] = both.map(({ status }) => status).sort();
		assert.equal(made, 201);
		assert.ok(refused === 409 || refused === 500, `HTTP ${refused}`);
		assert.deepEqual(namesIn((await listed(subject, other)).document), [other]);
	}),
	clause('refuses tables that make no sense', async (subject) => {
		const statusOf = async (body: unknown) => (await ask(subject, 'POST', '', { body })).status;
		assert.equal(await statusOf({ name: '', columns: COLUMNS }), 400);
		assert.equal(await statusOf({ name: freshName() }), 400);
		assert.equal(await statusOf({ name: freshName(), columns: [{ name: 'a', type: 'text' }] }), 400);
		assert.equal(await statusOf({ name: freshName(), columns: [{ name: '1a', type: 'string' }] }), 400);
		assert.equal(await statusOf({ name: freshName(), columns: [{ name: 'id', type: 'string' }] }), 400);
		const twice = [
			{ name: 'a', type: 'string' },
			{ name: 'a', type: 'string' },
		];
		assert.deepEqual((await create(subject, freshName(), twice)).document, { message: 'Internal server error' });
	}),
	clause('adds a column to a table, empty in the rows there are, and not twice', async (subject) => {
		const id = await tableWith(subject, [{ text: 'a' }]);
		const add = async (column: object) => await ask(subject, 'POST', `/${id}/columns`, { body: column });
		const added = await add({ name: 'readAt', type: 'string' });
		assert.deepEqual([added.status, dig(added.document, 'name'), dig(added.document, 'type')], [201, 'readAt', 'string']);
		const again = await add({ name: 'readAt', type: 'string' });
		const name = textAt((await ask(subject, 'GET', `/${id}`)).document, 'name');
		const words = `Data table column with name 'readAt' already exists in data table '${name}'`;
		assert.deepEqual([again.status, again.document], [409, { message: words }]);
		assert.equal((await add({ name: 'id', type: 'string' })).status, 409);
		assert.equal((await add({ name: 'day2', type: 'time' })).status, 400);

		const rowsThat = async (condition: Condition) =>
			listAt((await ask(subject, 'GET', `/${id}/rows`, { query: filterQuery(condition) })).document, 'data');
		assert.deepEqual(await rowsThat(['readAt', 'gt', '']), []);
		await ask(subject, 'PATCH', `/${id}/rows/update`, {
			body: { filter: filterOf('and', ['id', 'eq', 1]), data: { readAt: '2026-12-01' } },
		});
		assert.deepEqual(
			(await rowsThat(['readAt', 'gt', ''])).map((row) => [dig(row, 'text'), dig(row, 'readAt')]),
			[['a', '2026-12-01']],
		);
	}),
	clause('finds every table whose name contains what is looked for, in any case', async (subject) => {
		const name = freshName();
		await create(subject, name);
		await create(subject, `${name}_triggers`);
		const found = await listed(subject, name.toUpperCase());
		assert.equal(found.status, 200);
		assert.deepEqual(namesIn(found.document), [`${name}_triggers`, name]);
		assert.deepEqual(listAt(found.document, 'data', 1, 'columns').length, COLUMNS.length);
		assert.deepEqual((await listed(subject, `${name}_none`)).document, { data: [], nextCursor: null });
	}),
	clause('lists 100 tables at once, those written last first, and 250 at most', async (subject) => {
		const name = freshName();
		for (let index = 0; index < 101; index++) await create(subject, `${name}_${index}`, []);
		const { document } = await listed(subject, name);
		assert.equal(namesIn(document).length, 100);
		assert.equal(namesIn(document)[0], `${name}_100`);
		assert.ok(!namesIn(document).includes(`${name}_0`));
		const more = await listed(subject, name, `&limit=250&cursor=${encodeURIComponent(textAt(document, 'nextCursor'))}`);
		assert.deepEqual(namesIn(more.document), [`${name}_0`]);
		assert.equal(namesIn((await listed(subject, name, '&limit=250')).document).length, 101);
		assert.deepEqual((await listed(subject, name, '&limit=251')).document, { message: 'request/query/limit must be <= 250' });
	}),
	clause('refuses a filter it does not know', async (subject) => {
		const wrong = await ask(subject, 'GET', '', { query: `filter=${encodeURIComponent('{"nme":"a"}')}` });
		assert.deepEqual([wrong.status, wrong.document], [400, { message: 'Invalid filter fields' }]);
		const broken = await ask(subject, 'GET', '', { query: 'filter=%7B' });
		assert.deepEqual([broken.status, broken.document], [400, { message: 'request/query/filter must match format "jsonString"' }]);
	}),
	clause('renames and deletes a table', async (subject) => {
		const [name, taken] = [freshName(), freshName()];
		const id = textAt((await create(subject, name)).document, 'id');
		await create(subject, taken);
		assert.equal((await ask(subject, 'PATCH', `/${id}`, { body: { name: taken } })).status, 409);
		assert.equal(dig((await ask(subject, 'PATCH', `/${id}`, { body: { name: `${name}_new` } })).document, 'name'), `${name}_new`);
		assert.equal(dig((await ask(subject, 'GET', `/${id}`)).document, 'name'), `${name}_new`);
		const deleted = await ask(subject, 'DELETE', `/${id}`);
		assert.deepEqual([deleted.status, deleted.text], [204, '']);
		assert.equal((await ask(subject, 'GET', `/${id}`)).status, 404);
	}),
];
