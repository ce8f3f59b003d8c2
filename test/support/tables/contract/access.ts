import assert from 'node:assert/strict';

import type { Clause, Subject } from './client';
import { ask, clause, filterOf, filterQuery, tableWith } from './client';

const GONE = '/aaaaaaaaaaaaaaaa';

/** Who is let in, to which address, and with how long a request. */
export const access: readonly Clause[] = [
	clause('lets nobody in without a key, or with a wrong one', async (subject) => {
		const without = await fetch(`${subject.url}/api/v1/data-tables`);
		const wrong = await ask(subject, 'GET', '', { headers: { 'X-N8N-API-KEY': 'wrong' } });
		assert.deepEqual([without.status, await without.text()], [401, JSON.stringify({ message: "'X-N8N-API-KEY' header required" })]);
		assert.deepEqual([wrong.status, wrong.document], [401, { message: 'unauthorized' }]);
	}),
	clause('says which table is not there', async (subject) => {
		const words = { message: "Could not find the data table: 'aaaaaaaaaaaaaaaa'" };
		const filter = filterOf('or', ['id', 'eq', 1]);
		for (const { status, document } of [
			await ask(subject, 'GET', `${GONE}/rows`),
			await ask(subject, 'POST', `${GONE}/rows`, { body: { data: [{ text: 'a' }] } }),
			await ask(subject, 'PATCH', `${GONE}/rows/update`, { body: { filter, data: { text: 'a' } } }),
			await ask(subject, 'DELETE', `${GONE}/rows/delete`, { query: filterQuery(['id', 'eq', 1]) }),
		]) {
			assert.deepEqual([status, document], [404, words]);
		}
		assert.equal((await ask(subject, 'GET', '/not-an-id/rows')).status, 400);
		assert.deepEqual((await ask(subject, 'GET', `${GONE}/nothing`)).document, { message: 'not found' });
	}),
	clause('wants everything in an address percent-encoded, blanks too, and knows its parameters', async (subject) => {
		const rows = `/${await tableWith(subject, [{ text: 'a b' }, { text: 'a*b' }])}/rows`;
		const blank = filterQuery(['text', 'eq', 'a b']);
		assert.equal((await ask(subject, 'GET', rows, { query: blank })).status, 200);
		for (const query of [blank.replaceAll('%20', '+'), filterQuery(['text', 'eq', 'a*b']), 'sortBy=id:asc']) {
			const { status, document } = await ask(subject, 'GET', rows, { query });
			const message = `Parameter '${query.split('=')[0] ?? ''}' must be url encoded. Its value may not contain reserved characters.`;
			assert.deepEqual([status, document], [400, { message }]);
		}
		assert.deepEqual((await ask(subject, 'GET', rows, { query: 'what=1' })).document, { message: "Unknown query parameter 'what'" });
		const empty = await ask(subject, 'GET', rows, { query: 'filter=' });
		assert.deepEqual(empty.document, { message: "Empty value found for query parameter 'filter'" });
	}),
	clause('takes an address of 16,000 characters and a body of 16 MB, and none that is longer', async (subject) => {
		const id = await tableWith(subject);
		const long = (length: number) => ({ query: filterQuery(['text', 'eq', 'x'.repeat(length)]) });
		assert.equal((await ask(subject, 'DELETE', `/${id}/rows/delete`, long(15_000))).status, 200);
		assert.equal((await ask(subject, 'DELETE', `/${id}/rows/delete`, long(16_400))).status, 431);
		const heavy = { data: Array.from({ length: 17 }, () => ({ text: 'x'.repeat(1e6) })) };
		const refused = await ask(subject, 'POST', `/${id}/rows`, { body: heavy });
		assert.deepEqual([refused.status, refused.document], [413, undefined]);
		assert.match(refused.text, /Payload Too Large/);
	}),
	clause('answers broken JSON with a page', async (subject) => {
		const { status, document, text } = await ask(subject, 'POST', '', { body: '{"name":' });
		assert.deepEqual([status, document], [500, undefined]);
		assert.match(text, /Internal Server Error/);
	}),
	clause('takes no inserts and no updates once all tables together are full, but deletes and reads', async (subject) => {
		const id = await tableWith(subject, [{ text: 'a' }]);
		await subject.fill();
		const filter = filterOf('or', ['id', 'eq', 1]);
		for (const { status, document } of [
			await ask(subject, 'POST', `/${id}/rows`, { body: { data: [{ text: 'b' }] } }),
			await ask(subject, 'PATCH', `/${id}/rows/update`, { body: { filter, data: { text: 'b' } } }),
		]) {
			assert.equal(status, 400);
			assert.match(JSON.stringify(document), /"Validation error with data table request: Data table size limit exceeded: /);
		}
		assert.equal((await ask(subject, 'GET', `/${id}/rows`)).status, 200);
		assert.equal((await ask(subject, 'DELETE', `/${id}/rows/delete`, { query: filterQuery(['id', 'eq', 1]) })).status, 200);
		await subject.makeRoom();
		assert.equal((await ask(subject, 'POST', `/${id}/rows`, { body: { data: [{ text: 'b' }] } })).status, 200);
	}),
	clause('answers while it starts with a page, then as if there were no tables, then as ever', async (subject) => {
		const seen: string[] = [];
		await subject.start(async () => {
			const shape = await shapeOf(subject);
			if (shape !== undefined && shape !== seen.at(-1)) seen.push(shape);
		});
		const inOrder = ['200 n8n is starting up', '404 Cannot GET /api/v1/data-tables', '200 JSON'];
		assert.deepEqual(seen, inOrder.slice(-seen.length), 'the first lasts a tenth of a second, and may be missed');
		assert.ok(seen.length > 1);
	}),
];

async function shapeOf(subject: Subject): Promise<string | undefined> {
	const answer = await ask(subject, 'GET', '', { query: 'limit=1' }).catch(() => undefined);
	if (answer === undefined) return undefined;
	const { status, document, text } = answer;
	if (document !== undefined) return `${status} JSON`;
	return `${status} ${/n8n is starting up|Cannot GET [\w/-]+/.exec(text)?.[0] ?? text}`;
}
