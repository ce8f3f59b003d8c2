import assert from 'node:assert/strict';

import { dig, listAt, textAt } from '../../../../demo/json';
import type { Clause, Subject } from './client';
import { ask, clause, filterOf, filterQuery, tableWith } from './client';

const SORTED = 'sortBy=id%3Aasc';

async function read(subject: Subject, id: string, query = SORTED): Promise<unknown[]> {
	return listAt((await ask(subject, 'GET', `/${id}/rows`, { query })).document, 'data');
}

const valuesOf = (rows: readonly unknown[], column: string): unknown[] => rows.map((row) => dig(row, column));

/** Many rows whose number is their place. */
const many = (count: number) => Array.from({ length: count }, (_, number) => ({ number }));

/** Rows: added, read in pages, changed, deleted. */
export const rows: readonly Clause[] = [
	clause('adds rows, gives IDs that go up, and shows all columns', async (subject) => {
		const id = await tableWith(subject);
		const add = async (body: object) => await ask(subject, 'POST', `/${id}/rows`, { body });
		const whole = { text: 'a', number: 2.5, yes: true, day: '2026-01-02T10:00:00.000Z' };
		const counted = await add({ data: [whole, {}], returnType: 'count' });
		assert.deepEqual([counted.status, counted.document], [200, { success: true, insertedRows: 2 }]);
		assert.deepEqual((await add({ data: [{ text: null }], returnType: 'id' })).document, [{ id: 3 }]);
		const [first, second] = await read(subject, id);
		assert.match(textAt(first, 'createdAt'), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
		const { createdAt, updatedAt } = first as { createdAt: string; updatedAt: string };
		assert.deepEqual(first, { ...whole, id: 1, createdAt, updatedAt });
		assert.deepEqual(valuesOf([second], 'text').concat(valuesOf([second], 'yes')), [null, null]);
	}),
	clause('turns values into those of the column', async (subject) => {
		const id = await tableWith(subject, [{ text: 5, number: '7', yes: 'true' }]);
		const [row] = await read(subject, id);
		assert.deepEqual([dig(row, 'text'), dig(row, 'number'), dig(row, 'yes')], ['5', 7, true]);
	}),
	clause('refuses rows that do not fit, and adds none of them', async (subject) => {
		const id = await tableWith(subject);
		const wordsFor = async (...data: object[]): Promise<string> => {
			const { status, document } = await ask(subject, 'POST', `/${id}/rows`, { body: { data } });
			assert.equal(status, 400);
			return textAt(document, 'message');
		};
		const request = 'Validation error with data table request: ';
		assert.equal(await wordsFor({ text: 'fits' }, { other: 'a' }), `${request}unknown column name 'other'`);
		assert.equal(await wordsFor({ id: 99 }), `${request}unknown column name 'id'`);
		assert.ok((await wordsFor({ number: 'abc' })).startsWith(`${request}value 'abc' does not match column type 'number': `));
		assert.ok((await wordsFor({ yes: 'abc' })).startsWith(`${request}value 'abc' does not match column type 'boolean': `));
		assert.ok((await wordsFor({ day: 'abc' })).startsWith(`${request}value 'abc' does not match column type 'date': `));
		assert.equal(await wordsFor({ text: { a: 1 } }), 'Invalid input');
		assert.equal(await wordsFor(), 'request/body/data must NOT have fewer than 1 items');
		assert.deepEqual(await read(subject, id), []);
	}),
	clause('takes 2,000 rows at once, and shows 100 or at most 250 of them in one answer', async (subject) => {
		const id = await tableWith(subject, many(2000));
		assert.equal((await read(subject, id)).length, 100);
		const page = await ask(subject, 'GET', `/${id}/rows`, { query: `limit=250&${SORTED}` });
		assert.deepEqual(
			valuesOf(listAt(page.document, 'data'), 'number'),
			many(250).map(({ number }) => number),
		);
		const next = await read(subject, id, `cursor=${encodeURIComponent(textAt(page.document, 'nextCursor'))}`);
		assert.equal(dig(next[0], 'number'), 250);
		const after = await read(subject, id, `limit=250&${SORTED}&${filterQuery(['id', 'gt', 1990])}`);
		assert.deepEqual(valuesOf(after, 'id'), [1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998, 1999, 2000]);
		const tooMany = await ask(subject, 'GET', `/${id}/rows`, { query: 'limit=251' });
		assert.deepEqual([tooMany.status, tooMany.document], [400, { message: 'request/query/limit must be <= 250' }]);
		assert.equal((await ask(subject, 'GET', `/${id}/rows`, { query: 'limit=x' })).status, 400);
	}),
	clause('sorts by a column, up or down', async (subject) => {
		const id = await tableWith(subject, [{ number: 2 }, { number: 3 }, { number: 1 }]);
		assert.deepEqual(valuesOf(await read(subject, id, 'sortBy=number%3Adesc'), 'number'), [3, 2, 1]);
		assert.deepEqual(valuesOf(await read(subject, id, 'limit=1&sortBy=id%3Adesc'), 'id'), [3]);
		const sort = async (by: string) => (await ask(subject, 'GET', `/${id}/rows`, { query: `sortBy=${by}` })).status;
		assert.deepEqual([await sort('id'), await sort('id%3Aup'), await sort('other%3Aasc')], [400, 400, 500]);
	}),
	clause('changes the rows that are meant, at most 999 by their IDs at once', async (subject) => {
		const id = await tableWith(subject, many(3));
		const patch = async (ids: number, data: object) => {
			const conditions = Array.from({ length: ids }, (_, index) => ['id', 'eq', index + 2] as const);
			return await ask(subject, 'PATCH', `/${id}/rows/update`, { body: { filter: filterOf('or', ...conditions), data } });
		};
		const changed = await patch(999, { text: 'changed', day: null });
		assert.deepEqual([changed.status, changed.document], [200, true]);
		assert.deepEqual(valuesOf(await read(subject, id), 'text'), [null, 'changed', 'changed']);
		assert.deepEqual(await patch(1000, { text: 'more' }).then(({ status }) => status), 500);
		assert.deepEqual((await patch(0, { text: 'none' })).status, 400);
		assert.deepEqual((await patch(1, {})).document, { message: 'data must not be empty' });
		assert.equal((await patch(1, { other: 1 })).status, 400);
		assert.equal((await patch(1, { id: 1 })).status, 400);
	}),
	clause('deletes the rows that are meant, never all, and gives the IDs of the last ones again', async (subject) => {
		const id = await tableWith(subject, many(5));
		const remove = async (query?: string) => await ask(subject, 'DELETE', `/${id}/rows/delete`, query === undefined ? {} : { query });
		const deleted = await remove(filterQuery(['number', 'gte', 2], ['number', 'lt', 5]));
		assert.deepEqual([deleted.status, deleted.document], [200, true]);
		assert.deepEqual(valuesOf(await read(subject, id), 'number'), [0, 1]);
		assert.equal((await remove()).status, 400);
		assert.equal((await remove(filterQuery())).status, 400);
		assert.equal((await remove('filter=%7B')).status, 400);
		const added = await ask(subject, 'POST', `/${id}/rows`, { body: { data: [{ number: 9 }], returnType: 'id' } });
		assert.deepEqual(added.document, [{ id: 3 }]);
		assert.equal((await remove(filterQuery(['number', 'gt', 0], ['text', 'eq', null]))).status, 200);
		assert.deepEqual(valuesOf(await read(subject, id), 'number'), [0]);
	}),
];
