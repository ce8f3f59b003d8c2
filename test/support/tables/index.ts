import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastify from 'fastify';

import { Database } from './database';
import { Refusal } from './refusal';
import { addRoutes } from './routes';

/** What n8n's API answers while n8n starts: first this page, then no such address, then as ever. */
export type Phase = 'starting' | 'withoutRoutes' | 'ready';

/** A request to the tables. */
export interface TableRequest {
	readonly method: string;
	/** What follows `/api/v1/data-tables`, without the query. */
	readonly path: string;
	/** The query as it came. */
	readonly query: string;
	readonly body: unknown;
}

/** An n8n's Data Table API, over HTTP on loopback, with everything in memory. `contract.ts` proves it equal to a real one. */
export interface Tables {
	readonly url: string;
	readonly apiKey: string;
	readonly database: Database;
	/** Every request so far, refused ones too. */
	readonly requests: TableRequest[];
	/** How far n8n's start has got. */
	phase: Phase;
	/** All tables together have reached their size limit. */
	isFull: boolean;
	/** How late every answer comes, in real milliseconds; Infinity is never. */
	latency: number;
	/** Called before each request is worked on: may wait, or throw a `Refusal`. */
	before: (request: TableRequest) => unknown;
	close(): Promise<void>;
}

const KEY = 'n8n-api-key';
const BODY_LIMIT = 16 * 1024 * 1024;
const page = (words: string): string => `<!DOCTYPE html>\n<html lang="en">\n<body>\n<pre>${words}</pre>\n</body>\n</html>\n`;

/** Starts the tables of an n8n that has none. */
export async function startTables(): Promise<Tables> {
	const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
	const database = new Database();
	const tables: Omit<Tables, 'url'> = {
		apiKey: KEY,
		database,
		requests: [],
		phase: 'ready',
		isFull: false,
		latency: 0,
		before: () => undefined,
		close: async () => {
			await app.close();
		},
	};
	readBodiesAsN8nDoes(app);
	app.addHook('preHandler', async (request, reply) => {
		const known = requestOf(request);
		tables.requests.push(known);
		if (tables.latency === Infinity) return await reply.hijack();
		if (tables.latency > 0) await wait(tables.latency);
		if (tables.phase === 'starting') return await reply.type('text/html; charset=utf-8').send('n8n is starting up. Please wait');
		if (tables.phase === 'withoutRoutes') {
			const [path = ''] = request.url.split('?', 1);
			return await reply
				.status(404)
				.type('text/html; charset=utf-8')
				.send(page(`Cannot ${request.method} ${path}`));
		}
		refuseWrongKey(request);
		await tables.before(known);
		return undefined;
	});
	addRoutes(app, { database, isFull: () => tables.isFull });
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return Object.assign(tables, { url });
}

function readBodiesAsN8nDoes(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
		try {
			done(null, text === '' ? undefined : JSON.parse(String(text)));
		} catch {
			done(new Refusal(500, 'html'));
		}
	});
	app.setErrorHandler(async (error, _request, reply) => {
		const html = (status: number, words: string): unknown => reply.status(status).type('text/html; charset=utf-8').send(page(words));
		if (error instanceof Refusal && error.message !== 'html') return await reply.status(error.status).send({ message: error.message });
		const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
		return isTooLarge ? html(413, 'Payload Too Large') : html(500, 'Internal Server Error');
	});
	app.setNotFoundHandler(async (_request, reply) => await reply.status(404).send({ message: 'not found' }));
}

function refuseWrongKey({ headers }: FastifyRequest): void {
	const key = headers['x-n8n-api-key'];
	if (key === undefined) throw new Refusal(401, "'X-N8N-API-KEY' header required");
	if (key !== KEY) throw new Refusal(401, 'unauthorized');
}

function requestOf({ method, url, body }: FastifyRequest): TableRequest {
	const [address = '', query = ''] = url.split('?', 2);
	return { method, path: address.replace('/api/v1/data-tables', ''), query, body };
}
