import '../harness/userFolder'; // first: n8n-core reads the environment when it loads

import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer } from 'node:tls';

import { SsrfProtectionConfig } from '@n8n/config';
import { Container } from '@n8n/di';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { closeAll, listen, passOn, portNobodyAccepts, portThat, proxy, refuseWith, TLS, tunnelTo } from '../../support/network/sockets';
import { ownSimulator } from '../ownSimulator';
import { jsonOf, send } from './kit';

const PHONE = '79000000001';
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'] as const;
const usual = Object.fromEntries(PROXIES.map((name) => [name, process.env[name]]));

const tls = { key: TLS.key ?? '', cert: TLS.cert ?? '' };

/** A gateway over HTTPS, behind whatever stands in the way. */
let gateway: Simulator;
beforeAll(async () => {
	gateway = await startSimulator({ tls });
});
afterAll(() => gateway.close());
afterAll(closeAll);
beforeEach(() => {
	gateway.reset();
	process.env.NO_PROXY = '';
});
afterEach(() => {
	for (const name of PROXIES) {
		process.env[name] = usual[name] ?? '';
	}
});

interface Told {
	code?: unknown;
	outcome?: unknown;
	words: string;
}

/** Sends one message and says what is told of it. */
async function told(url: string, { retries = 0, timeout = 20 } = {}): Promise<Told> {
	const options = { retries, timeout };
	const result = await send(
		{ url },
		{ options, onError: 'continueRegularOutput', account: { allowUnauthorizedCerts: true, allowPlainHttp: true } },
	);
	const [line = {}] = jsonOf(result);
	if (line.accepted === true) return { outcome: 'accepted', words: '' };
	const { code, outcome, message } = line.error as { code: string; outcome: string; message: string };
	return { code, outcome, words: message };
}

const portOf = ({ url }: Simulator): number => Number(new URL(url).port);

const hangUp = (socket: Duplex): unknown => socket.destroy();
const afterTheFirstBytes =
	(act: (socket: Socket) => unknown) =>
	(socket: Socket): unknown =>
		socket.once('data', () => act(socket));

describe('a connection that was never made', () => {
	it.concurrent.each<[string, (socket: Socket) => unknown, string, string]>([
		['closed before TLS began', hangUp, 'connectionNotMade', 'No connection to the gateway could be made'],
		[
			'reset in the midst of the handshake',
			afterTheFirstBytes((socket) => socket.resetAndDestroy()),
			'connectionNotMade',
			'No connection to the gateway',
		],
		[
			'ended in the midst of the handshake',
			afterTheFirstBytes((socket) => socket.end()),
			'connectionNotMade',
			'No connection to the gateway',
		],
		['silent during the handshake', () => undefined, 'connectTimedOut', 'No connection to the gateway could be made in time'],
		[
			'answered without TLS',
			afterTheFirstBytes((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
			'noSecureConnection',
			'No secure connection to the gateway',
		],
	])('%s, is told as not sent', async (_, handle, code, words) => {
		const port = await portThat((socket) => void handle(socket));
		const { words: message, ...rest } = await told(`https://127.0.0.1:${port}`, { timeout: code === 'connectTimedOut' ? 1 : 20 });

		expect(rest).toEqual({ code, outcome: 'notSent' });
		expect(message).toContain(`The message to ${PHONE} was not sent. ${words}`);
	});

	it.concurrent('is tried again', async () => {
		const own = await ownSimulator({ tls });
		let connections = 0;
		const port = await portThat((socket) => {
			connections++;
			if (connections === 1) socket.destroy();
			else passOn(socket, portOf(own));
		});

		expect(await told(`https://127.0.0.1:${port}`, { retries: 1 })).toMatchObject({ outcome: 'accepted' });
		expect(own.messages).toHaveLength(1);
	});

	it.concurrent.each(['http', 'https'])('is told as not sent when it takes too long (%s)', async (protocol) => {
		const port = await portNobodyAccepts();

		expect(await told(`${protocol}://127.0.0.1:${port}`, { timeout: 1 })).toMatchObject({ code: 'connectTimedOut', outcome: 'notSent' });
	});
});

describe('a connection that was made', () => {
	const secure = async (handle: (socket: Socket) => unknown): Promise<string> => {
		const server = createServer({ ...TLS }, (socket) => void handle(socket.on('error', () => undefined)));
		return `https://127.0.0.1:${await listen(server)}`;
	};

	it.concurrent.each<[string, (socket: Socket) => unknown, string]>([
		['closed at once', hangUp, 'connectionLost'],
		['closed once something came', afterTheFirstBytes(hangUp), 'connectionLost'],
		['silent', () => undefined, 'timedOut'],
	])('%s, may have been used', async (_, handle, code) => {
		const urls = [await secure(handle), `http://127.0.0.1:${await portThat((socket) => void handle(socket))}`];
		const both = await Promise.all(urls.map(async (url) => await told(url, { timeout: code === 'timedOut' ? 1 : 20 })));

		expect(both).toMatchObject([
			{ code, outcome: 'unknown' },
			{ code, outcome: 'unknown' },
		]);
	});
});

describe('a proxy that does not let the request through', () => {
	it.each([
		'407 Proxy Authentication Required',
		'403 Forbidden',
		'502 Bad Gateway',
		'503 Service Unavailable',
		'504 Gateway Timeout',
		'302 Found',
		'404 Not Found',
	])('says %s: not sent', async (status) => {
		process.env.HTTPS_PROXY = await proxy(refuseWith(status));
		expect(await told('https://gateway.example')).toEqual({
			...{ code: 'proxyRefused', outcome: 'notSent' },
			words: expect.stringContaining(
				`was not sent. The proxy of n8n refused the way to the gateway (HTTP status ${status.slice(0, 3)}), so nothing was sent.`,
			) as string,
		});
	});

	it('is asked again, and the message goes out once', async () => {
		const ways = [refuseWith('503 Service Unavailable'), tunnelTo(portOf(gateway))];
		process.env.HTTPS_PROXY = await proxy((client) => ways.shift()?.(client));

		expect(await told('https://gateway.example', { retries: 1 })).toMatchObject({ outcome: 'accepted' });
		expect(gateway.messages).toHaveLength(1);
	});

	it.each<[string, (client: Duplex) => unknown, string]>([
		['hangs up', (client) => client instanceof Socket && client.resetAndDestroy(), 'connectionNotMade'],
		['says nothing', () => undefined, 'connectTimedOut'],
		['talks nonsense', (client) => client.end('What?\r\n\r\n'), 'connectionNotMade'],
	])('%s: not sent', async (_, act, code) => {
		process.env.HTTPS_PROXY = await proxy((client) => void act(client));
		expect(await told('https://gateway.example', { timeout: code === 'connectTimedOut' ? 1 : 20 })).toEqual({
			...{ code, outcome: 'notSent' },
			words: expect.stringContaining('The proxy of n8n made no connection to the gateway') as string,
		});
	});

	it.each([
		['is not there', 'http://127.0.0.1:1', 'The proxy of n8n cannot be reached'],
		['has a name nobody knows', 'http://proxy.invalid:8080', 'The proxy of n8n cannot be reached'],
		['has an address that is none', 'http://[proxy', 'The address of the proxy n8n uses is none'],
	])('%s: not sent', async (_, address, says) => {
		process.env.HTTPS_PROXY = address;
		const { words, ...rest } = await told('https://gateway.example');

		expect(rest).toEqual({ code: 'proxyNotUsable', outcome: 'notSent' });
		expect(words).toContain(says);
	});

	it("asks for a login over plain HTTP: not sent; any other status may be the gateway's", async () => {
		const statuses = [407, 502];
		process.env.HTTP_PROXY = await proxy(hangUp, (response) => response.writeHead(statuses.shift() ?? 500).end('no'));

		expect(await told('http://gateway.example')).toMatchObject({ code: 'proxyRefused', outcome: 'notSent' });
		expect(await told('http://gateway.example')).toMatchObject({ code: 'httpStatus', outcome: 'unknown' });
	});
});

describe('a gateway behind a proxy', () => {
	it('answers as without one', async () => {
		process.env.HTTPS_PROXY = await proxy(tunnelTo(portOf(gateway)));
		expect(await told('https://gateway.example')).toMatchObject({ outcome: 'accepted' });

		gateway.faults.set({ fault: 'status-503', accepted: true });
		expect(await told('https://gateway.example')).toMatchObject({ code: 'httpStatus', outcome: 'unknown' });
	});
});

it("n8n's own block of internal addresses is told as such: not sent", async () => {
	const ssrf = Container.get(SsrfProtectionConfig);
	ssrf.enabled = true;
	const { words, ...rest } = await told('https://127.0.0.1:9').finally(() => (ssrf.enabled = false));

	expect(rest).toEqual({ code: 'addressBlocked', outcome: 'notSent' });
	expect(words).toContain('n8n is set up to block this address, so nothing was sent.');
});
