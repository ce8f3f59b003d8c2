import { PassThrough } from 'node:stream';

import { EVERY_STATUS } from '../../nodes/CascadeMessaging/transport/helperAnswer';
import type { HttpResponse } from '../../nodes/CascadeMessaging/transport/http';
import { exchange } from '../../nodes/CascadeMessaging/transport/http';
import { closeAll } from '../support/network/sockets';
import type { Playground } from './support/n8nContext';
import { contextThatReturns, n8nContext } from './support/n8nContext';
import { recordingServer, until } from './support/recordingServer';

afterEach(() => {
	closeAll();
	jest.useRealTimers();
});

const MEGABYTE = 1024 * 1024;

async function post(playground: Playground, url: string, seconds = 5): Promise<HttpResponse> {
	return await exchange(playground.context, { method: 'POST', url: `${url}/path`, headers: {}, body: '{"a":1}' }, seconds);
}

describe('a request', () => {
	it('is signed by the credential, follows no redirect, and gives every answer as a stream', async () => {
		const server = await recordingServer((response) => response.end('{}'));
		const playground = n8nContext({ host: server.url });
		await (await post(playground, server.url, 7)).read();

		expect(server.came).toMatchObject([{ method: 'POST', url: '/path', body: '{"login":"me","password":"secret","a":1}' }]);
		expect(playground.asked).toEqual([
			{
				credential: 'cascadeMessagingApi',
				options: {
					...{ method: 'POST', url: `${server.url}/path`, headers: {}, body: '{"a":1}' },
					...{ timeout: 7000, disableFollowRedirect: true, returnFullResponse: true, encoding: 'stream', json: false },
					...{ ignoreHttpStatusErrors: EVERY_STATUS, abortSignal: expect.any(AbortSignal) as unknown },
				},
			},
		]);
	});

	it('without a response is a TransportError', async () => {
		await expect(post(n8nContext({ host: 'http://127.0.0.1:1' }), 'http://127.0.0.1:1')).rejects.toMatchObject({
			name: 'TransportError',
			code: 'connectionRefused',
		});
	});

	it('that is not answered in time is given up', async () => {
		const server = await recordingServer(() => undefined);

		await expect(post(n8nContext({ host: server.url }), server.url, 0.1)).rejects.toMatchObject({ code: 'timedOut' });
	});
});

describe('a response', () => {
	it.each([200, 302, 401, 503])('has status and headers, whatever they are: HTTP %d', async (status) => {
		const server = await recordingServer((response) => response.writeHead(status, { 'x-told': 'yes' }).end('text'));
		const { read, ...head } = await post(n8nContext({ host: server.url }), server.url);

		expect(head).toMatchObject({ status, headers: { 'x-told': 'yes' }, isProxys: false });
		expect(await read()).toEqual({ text: 'text', isCut: false });
	});

	it('is read in the charset it names', async () => {
		const server = await recordingServer((response) => {
			response.writeHead(200, { 'content-type': 'text/plain; charset=windows-1251' }).end(Buffer.from([0xcd, 0xe5, 0xf2]));
		});

		expect((await (await post(n8nContext({ host: server.url }), server.url)).read()).text).toBe('Нет');
	});

	it('is read up to 16 MB, or up to what is told', async () => {
		const size = 16 * MEGABYTE;
		const responseOf = async (length: number): Promise<HttpResponse> =>
			await exchange(contextThatReturns({ statusCode: 200, headers: {}, body: pieces(length) }), { method: 'GET', url: 'https://h' }, 30);

		expect((await (await responseOf(size)).read()).isCut).toBe(false);
		expect((await (await responseOf(size + 1)).read()).brokenBy?.message).toContain('more than 16 MB');
		expect(await (await responseOf(10)).read({ largest: 10 })).toEqual({ text: 'a'.repeat(10), isCut: false });
		expect(await (await responseOf(11)).read({ largest: 10 })).toMatchObject({ isCut: true, brokenBy: { code: 'answerTooLarge' } });
	});

	it('has no text where it is no stream', async () => {
		const response = await exchange(
			contextThatReturns({ statusCode: 200, headers: {}, body: 'text' }),
			{ method: 'GET', url: 'https://h' },
			5,
		);

		expect(await response.read()).toEqual({ text: '', isCut: false });
	});
});

/** A body of so many bytes, in pieces. */
function pieces(size: number): PassThrough {
	const stream = new PassThrough();
	for (let left = size; left > 0; left -= MEGABYTE) stream.write(Buffer.alloc(Math.min(left, MEGABYTE), 'a'));
	return stream.end();
}

describe('the time-out', () => {
	it('covers the body too, and what came is told', async () => {
		const server = await recordingServer((response) => response.write('{"a"'));
		const response = await post(n8nContext({ host: server.url }), server.url, 0.3);

		expect(await response.read()).toMatchObject({ text: '{"a"', isCut: true, brokenBy: { code: 'timedOut' } });
		await until(() => server.connections() === 0);
	});

	const stalled = async (seconds: number): Promise<{ response: HttpResponse; body: PassThrough }> => {
		jest.useFakeTimers();
		const body = new PassThrough();
		return {
			body,
			response: await exchange(contextThatReturns({ statusCode: 200, headers: {}, body }), { method: 'GET', url: 'https://h' }, seconds),
		};
	};

	it.each([
		['the time-out alone', 10, undefined, 10_000],
		['a deadline that is earlier', 10, 3000, 3000],
		['a deadline that is later', 10, 30_000, 10_000],
	])('ends the reading: %s', async (_, seconds, milliseconds, expected) => {
		const { response } = await stalled(seconds);
		let isRead = false;
		void response.read(milliseconds === undefined ? {} : { deadline: Date.now() + milliseconds }).then(() => (isRead = true));

		await jest.advanceTimersByTimeAsync(expected - 1);
		expect(isRead).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(isRead).toBe(true);
	});

	it('of a body nobody wants is five seconds', async () => {
		const { response, body } = await stalled(60);
		response.drop();

		await jest.advanceTimersByTimeAsync(4999);
		expect(body.destroyed).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(body.destroyed).toBe(true);
	});
});

describe('the connection', () => {
	it('is closed when the body is dropped or has been read', async () => {
		const server = await recordingServer((response) => response.writeHead(503).write('{"a"'));
		const response = await post(n8nContext({ host: server.url }), server.url);
		expect(server.connections()).toBe(1);
		await response.read({ deadline: Date.now() });
		await until(() => server.connections() === 0);
	});

	it.each(['returned', 'thrown'])('is told to close by a signal and by itself: %s', async (way) => {
		const destroy = jest.fn();
		const request = { destroy };
		const body = Object.assign(new PassThrough().end('text'), { req: request });
		let signal: AbortSignal | undefined;
		const httpRequestWithAuthentication = async (_: string, options: { abortSignal: AbortSignal }): Promise<unknown> => {
			signal = options.abortSignal;
			if (way === 'returned') return { statusCode: 200, headers: {}, body };
			throw Object.assign(new Error('?'), { cause: { request, response: { status: 503, headers: {}, data: body } } });
		};
		const response = await exchange({ helpers: { httpRequestWithAuthentication } } as never, { method: 'GET', url: 'https://h' }, 5);

		expect([signal?.aborted, destroy.mock.calls.length]).toEqual([false, 0]);
		await response.read();
		expect([signal?.aborted, destroy.mock.calls.length]).toEqual([true, 1]);
	});
});

describe('Stop', () => {
	it('ends a request, and the package can close it too', async () => {
		const server = await recordingServer((response, { url }) => {
			if (url === '/answered') response.write('{"a"');
		});
		const stop = new AbortController();
		const playground = n8nContext({ host: server.url }, { getExecutionCancelSignal: () => stop.signal });
		const get = async (path: string): Promise<HttpResponse> =>
			await exchange(playground.context, { method: 'GET', url: `${server.url}${path}`, headers: {} }, 5);

		await (await get('/answered')).read({ deadline: Date.now() });
		await until(() => server.connections() === 0);
		const silent = get('/silent').catch((error: unknown) => error);
		await until(() => server.came.length === 2);
		stop.abort();
		expect(await silent).toMatchObject({ code: 'stopped', chances: { mayHaveArrived: true } });
	});

	it('and the end of reading are one signal for n8n, which knows the first alone', async () => {
		const stop = new AbortController();
		let told: AbortSignal | undefined;
		const context = {
			getExecutionCancelSignal: () => stop.signal,
			helpers: {
				async httpRequestWithAuthentication(this: { getExecutionCancelSignal: () => AbortSignal }): Promise<unknown> {
					told = this.getExecutionCancelSignal();
					return { statusCode: 200, headers: {}, body: pieces(1) };
				},
			},
		};
		const response = await exchange(context as never, { method: 'GET', url: 'https://h' }, 5);

		expect(told?.aborted).toBe(false);
		await response.read();
		expect([told?.aborted, stop.signal.aborted]).toEqual([true, false]);
	});

	it('is not in the way where there is no signal for it', async () => {
		const helper = jest.fn(async () => ({ statusCode: 200, headers: {}, body: pieces(1) }));
		const context = { getExecutionCancelSignal: () => undefined, helpers: { httpRequestWithAuthentication: helper } };
		const response = await exchange(context as never, { method: 'GET', url: 'https://h' }, 5);

		expect((await response.read()).text).toBe('a');
		expect(helper.mock.contexts[0]).toBe(context);
	});
});
