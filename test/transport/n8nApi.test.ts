import type { TableRequest } from '../../nodes/CascadeMessaging/transport/n8nApi';
import { askN8n, N8nApiError, readTableAnswer } from '../../nodes/CascadeMessaging/transport/n8nApi';
import { closeAll } from '../support/network/sockets';
import { contextThatReturns, n8nContext } from './support/n8nContext';
import type { Came } from './support/recordingServer';
import { recordingServer } from './support/recordingServer';

afterEach(closeAll);

const quote = (words: string): string => `<${words}>`;

/** Asks an n8n that answers with `{"data":[]}`; tells what came there, what the package asked for, and what it was given. */
async function askOne(
	request: TableRequest,
): Promise<{ came: Came | undefined; timeout: unknown; document: unknown; options: object | undefined }> {
	const n8n = await recordingServer((response) => response.end('{"data":[]}'));
	const { context, asked } = n8nContext({ host: 'gateway.example', store: 'dataTable', n8nUrl: n8n.url, n8nApiKey: 'key' });
	const document = await askN8n(context, { n8nUrl: n8n.url, quote }, request);
	return { came: n8n.came[0], timeout: asked[0]?.options.timeout, document, options: asked[0]?.options };
}

describe('a question', () => {
	it('goes to the tables with the API key, and to nobody else', async () => {
		const { came, timeout, document, options } = await askOne({ method: 'GET', path: '/t1/rows' });

		expect(came).toMatchObject({
			...{ method: 'GET', url: '/api/v1/data-tables/t1/rows', body: '' },
			headers: { 'x-n8n-api-key': 'key', 'content-type': 'application/json', accept: 'application/json' },
		});
		expect([timeout, document]).toEqual([20_000, { data: [] }]);
		expect(options).toMatchObject({ url: expect.stringMatching(/\/t1\/rows$/) as unknown });
		expect(options).not.toHaveProperty('body');
	});

	it('may have a query, in which every sign with a meaning is written out', async () => {
		const { came } = await askOne({ method: 'GET', path: '', query: { filter: `{"a":"!'()* +&"}`, limit: 250 } });

		expect(came?.url).toBe('/api/v1/data-tables?filter=%7B%22a%22%3A%22%21%27%28%29%2a%20%2B%26%22%7D&limit=250');
	});

	it('may have a body', async () => {
		const { came } = await askOne({ method: 'POST', path: '/t1/rows', body: { data: [{ a: 1 }] } });

		expect(came).toMatchObject({ method: 'POST', url: '/api/v1/data-tables/t1/rows', body: '{"data":[{"a":1}]}' });
	});

	it('that nobody answers says so', async () => {
		const { context } = n8nContext({ store: 'dataTable', n8nUrl: 'http://127.0.0.1:1' });

		await expect(askN8n(context, { n8nUrl: 'http://127.0.0.1:1', quote }, { method: 'GET', path: '' })).rejects.toMatchObject({
			name: 'N8nApiError',
			code: 'n8nUnreachable',
		});
	});

	it('hides no fault of the package', async () => {
		await expect(askN8n({} as never, { n8nUrl: 'http://h', quote }, { method: 'GET', path: '' })).rejects.toThrow(TypeError);
	});

	it('is refused in the words of n8n', async () => {
		const context = contextThatReturns({ statusCode: 403, headers: {}, body: undefined });

		await expect(askN8n(context, { n8nUrl: 'http://h', quote }, { method: 'GET', path: '' })).rejects.toMatchObject({
			code: 'apiKeyWrong',
		});
	});
});

describe('an answer', () => {
	const read = (statusCode: unknown, body: unknown): unknown => {
		try {
			return readTableAnswer({ statusCode, body }, quote);
		} catch (error) {
			return error instanceof N8nApiError ? `${error.code}: ${error.message}` : error;
		}
	};

	it.each([
		[200, '{"data":[1]}', { data: [1] }],
		[201, '{}', {}],
		['204', '', {}],
		[299, '[]', []],
	])('is a document: HTTP %s %j', (status, body, document) => {
		expect(read(status, body)).toEqual(document);
	});

	const STARTING =
		'n8n answered with something else than its API. It may still be starting, its public API may be off, or the n8n URL in the credential is wrong.';

	it.each([
		[200, '<html>n8n is starting up</html>', `n8nStarting: ${STARTING}`],
		[200, undefined, `n8nStarting: ${STARTING}`],
		[500, 'oops', `n8nStarting: ${STARTING}`],
		[404, 'Cannot GET', `apiMissing: ${STARTING}`],
		[
			401,
			'{"message":"unauthorized"}',
			'apiKeyWrong: n8n does not accept the API key in the credential for data tables. Make a new one with all Data Table scopes. If n8n runs with N8N_PUBLIC_API_DISABLED, turn its public API on first.',
		],
		[401, '<html>', expect.stringMatching(/^apiKeyWrong: .*turn its public API on first\.$/)],
		[
			403,
			'{"message":"Forbidden"}',
			'apiKeyWrong: n8n does not accept the API key in the credential for data tables: it lacks scopes. Make a new one with all Data Table scopes.',
		],
		[
			400,
			'{"message":"Data table size limit exceeded: 200 MB"}',
			'tablesFull: The data tables of n8n are full. Delete rows or tables, shorten Keep For in the credential, or raise N8N_DATA_TABLES_MAX_SIZE_BYTES.',
		],
		[404, '{"message":"Could not find the data table"}', 'tableGone: The data table is gone: it was deleted while n8n was running.'],
		[404, '{"message":"not found"}', 'apiMissing: This n8n has no API for data tables. n8n 2.7 or newer with the public API is needed.'],
		[404, '{"message":5}', expect.stringMatching(/^apiMissing: This n8n has no API/)],
		[409, '{"message":"taken"}', 'tableRejected: n8n refuses what the data table was asked. It says: <taken>'],
		[300, '{"message":"moved"}', 'tableRejected: n8n refuses what the data table was asked. It says: <moved>'],
		[199, '{}', 'tableRejected: n8n refuses what the data table was asked. It says: HTTP 199'],
		[500, '[]', 'tableRejected: n8n refuses what the data table was asked. It says: HTTP 500'],
		[500, '{"message":null}', 'tableRejected: n8n refuses what the data table was asked. It says: HTTP 500'],
	])('is none: HTTP %d %j', (status, body, expected) => {
		expect(read(status, body)).toEqual(expected);
	});

	it.each([undefined, null, 'text'])('%j means that n8n was not reached', (response) => {
		const message = 'n8n cannot be reached under its own address. Enter the n8n URL in the credential.';

		expect(() => readTableAnswer(response, quote)).toThrow(new N8nApiError('n8nUnreachable', message));
	});
});
