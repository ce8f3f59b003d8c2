import { PassThrough } from 'node:stream';

import type { GatewayRequest } from '../../nodes/CascadeMessaging/protocol';
import type { GatewayAnswer } from '../../nodes/CascadeMessaging/transport/gateway';
import { ask, unsigned } from '../../nodes/CascadeMessaging/transport/gateway';
import { closeAll } from '../support/network/sockets';
import { accountAt, contextThatReturns, n8nContext } from './support/n8nContext';
import { recordingServer, until } from './support/recordingServer';

afterEach(() => {
	closeAll();
	jest.useRealTimers();
});

const QUESTION: GatewayRequest = { method: 'POST', path: '/xml/state_message.php', contentType: 'text/xml', body: '<request></request>' };
const MEGABYTE = 1024 * 1024;

/** Asks a gateway that answers like this. */
async function askOne(status: number, body: string, headers: Record<string, string> = {}): Promise<GatewayAnswer> {
	const server = await recordingServer((response) => response.writeHead(status, headers).end(body));
	return await ask(n8nContext({ host: server.url }).context, accountAt(server.url), QUESTION, 5);
}

/** Asks one whose response n8n returns like this. */
async function askThrough(response: object): Promise<GatewayAnswer> {
	return await ask(contextThatReturns(response), accountAt('https://gateway.example'), QUESTION, 600);
}

it('a request says where it goes, and how', () => {
	expect(unsigned('https://h/base', QUESTION)).toEqual({
		method: 'POST',
		url: 'https://h/base/xml/state_message.php',
		headers: { 'Content-Type': 'text/xml' },
		body: '<request></request>',
	});
	expect(unsigned('https://h', { method: 'GET', path: '/sendmessage.php', query: 'get_state=1' })).toEqual({
		method: 'GET',
		url: 'https://h/sendmessage.php?get_state=1',
		headers: {},
	});
});

it('it is signed and sent, and the answer is read', async () => {
	const server = await recordingServer((response) => response.end('<response/>'));
	const answer = await ask(n8nContext({ host: server.url }).context, accountAt(server.url), QUESTION, 5);

	expect(answer).toEqual({ text: '<response/>', isCut: false, status: 200 });
	expect(server.came).toMatchObject([
		{
			...{ method: 'POST', url: '/xml/state_message.php', headers: { 'content-type': 'text/xml' } },
			body: '<request><security><login value="me"/><password value="secret"/></security></request>',
		},
	]);
});

it.each([true, false])('SSL issues are ignored if the account says so: %s', async (ignoreSslIssues) => {
	const server = await recordingServer((response) => response.end());
	const { context, asked } = n8nContext({ host: server.url });
	await ask(context, accountAt(server.url, { ignoreSslIssues }), QUESTION, 9);

	expect(asked).toMatchObject([{ options: { skipSslCertificateValidation: ignoreSslIssues, timeout: 9000 } }]);
});

it('what the connection broke off in is told', async () => {
	const server = await recordingServer((response) =>
		response.writeHead(200, { 'content-length': '100' }).write('<resp', () => response.destroy()),
	);

	expect(await ask(n8nContext({ host: server.url }).context, accountAt(server.url), QUESTION, 5)).toMatchObject({
		...{ text: '<resp', isCut: true, status: 200 },
		brokenBy: { code: 'connectionLost' },
	});
});

describe('behind a status that says otherwise', () => {
	it.each([
		[400, 'httpStatus'],
		[401, 'accessDenied'],
		[404, 'httpStatus'],
		[503, 'httpStatus'],
	])('a document is read: HTTP %d', async (status, code) => {
		expect(await askOne(status, '<response/>')).toMatchObject({ text: '<response/>', isCut: false, status, brokenBy: { code } });
	});

	it('no more is read than a page', async () => {
		const whole = await askOne(503, 'a'.repeat(MEGABYTE));
		const more = await askOne(503, 'a'.repeat(MEGABYTE + 1));

		expect([whole.text.length, whole.isCut]).toEqual([MEGABYTE, false]);
		expect([more.text.length <= MEGABYTE, more.isCut, more.brokenBy?.code]).toEqual([true, true, 'httpStatus']);
	});

	it('nor longer than half a minute', async () => {
		jest.useFakeTimers();
		const body = new PassThrough();
		body.write('<resp');
		let answer: GatewayAnswer | undefined;
		void askThrough({ statusCode: 500, headers: {}, body }).then((read) => (answer = read));

		await jest.advanceTimersByTimeAsync(29_999);
		expect(answer).toBeUndefined();
		await jest.advanceTimersByTimeAsync(1);
		expect(answer).toMatchObject({ text: '<resp', isCut: true, brokenBy: { code: 'httpStatus' } });
	});
});

describe('what surely is no answer of the gateway', () => {
	it.each([
		[302, 'redirected'],
		[307, 'redirected'],
		[407, 'proxyRefused'],
	])('is told as such, and its body is let go of: HTTP %d', async (status, code) => {
		const server = await recordingServer((response) => response.writeHead(status).end('page'));

		await expect(ask(n8nContext({ host: server.url }).context, accountAt(server.url), QUESTION, 5)).rejects.toMatchObject({
			name: 'TransportError',
			code,
		});
		await until(() => server.connections() === 0);
	});

	it.each([
		['a proxy that speaks for the gateway', 502, { protocol: 'https:', socket: {} }, 'proxyRefused'],
		['no status at all', Number.NaN, undefined, 'httpStatus'],
		['a status that is none yet', 199, undefined, 'httpStatus'],
		['the last that redirects', 399, undefined, 'redirected'],
	])('is not read: %s', async (_, statusCode, req, code) => {
		const body = Object.assign(new PassThrough().end('page'), { req });

		await expect(askThrough({ statusCode, headers: {}, body })).rejects.toMatchObject({ code });
		await until(() => body.destroyed);
	});

	it('is no response', async () => {
		const account = accountAt('http://127.0.0.1:1');

		await expect(ask(n8nContext({ host: 'http://127.0.0.1:1' }).context, account, QUESTION, 5)).rejects.toMatchObject({
			code: 'connectionRefused',
		});
	});
});
