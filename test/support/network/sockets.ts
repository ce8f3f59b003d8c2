import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

const closing: (() => void)[] = [];

/** Lets a server listen on a free port of this machine, which it returns. */
export async function listen(server: Server): Promise<number> {
	const sockets = new Set<Duplex>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket.on('error', () => undefined));
	});
	closing.push(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** Closes everything that was opened here. */
export function closeAll(): void {
	for (const close of closing.splice(0)) close();
}

/** A port of this machine on which a program does with each connection as it is told. */
export async function portThat(handle: (socket: Socket) => void): Promise<number> {
	return await listen(createServer(handle));
}

/** Listens, and then sleeps for good instead of accepting. */
const SLEEPER = `const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
	console.log(server.address().port);
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
});`;

/** A port of this machine where connections are begun and never made: the queue of its program is full. */
export async function portNobodyAccepts(): Promise<number> {
	const program = spawn(process.execPath, ['-e', SLEEPER]);
	const [line] = (await once(program.stdout, 'data')) as [Buffer];
	const port = Number(line.toString());
	const waiting = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
	closing.push(() => {
		for (const socket of waiting) socket.destroy();
		program.kill();
	});
	await new Promise((resolve) => setTimeout(resolve, 300));
	return port;
}

/** A proxy: `onConnect` says what becomes of a CONNECT. Other requests are answered by `onRequest`. */
export async function proxy(
	onConnect: (client: Duplex) => void,
	onRequest: (response: ServerResponse) => void = (response) => response.writeHead(501).end(),
): Promise<string> {
	const server = createHttpServer((request, response) => {
		request.resume().on('end', () => {
			onRequest(response);
		});
	});
	server.on('connect', (_, client: Duplex) => {
		client.on('error', () => undefined);
		onConnect(client);
	});
	return `http://127.0.0.1:${await listen(server)}`;
}

/** Passes on to a port of this machine whatever comes, and back. */
export function passOn(client: Duplex, port: number): void {
	const upstream = connect(port, '127.0.0.1').on('error', () => client.destroy());
	client.pipe(upstream).pipe(client);
}

/** Lets a CONNECT through to a port of this machine. */
export function tunnelTo(port: number): (client: Duplex) => void {
	return (client) => {
		client.write('HTTP/1.1 200 Connection established\r\n\r\n');
		passOn(client, port);
	};
}

/** What a gateway says to one request after the other; the last of them to all further ones. */
export interface Said {
	readonly status: number;
	readonly body: string | Uint8Array;
	readonly headers?: Record<string, string>;
}

/** A gateway that says what it is told, whatever it is asked. Returns its address and how often it was asked. */
export async function gatewayThatSays(...answers: Said[]): Promise<{ url: string; asked: () => number }> {
	let asked = 0;
	const server = createHttpServer((request, response) => {
		request.resume().on('end', () => {
			const { status, body, headers = {} } = answers[Math.min(asked++, answers.length - 1)] ?? { status: 500, body: '' };
			response.writeHead(status, headers).end(body);
		});
	});
	return { url: `http://127.0.0.1:${await listen(server)}`, asked: () => asked };
}

/** Answers a CONNECT with a refusal. */
export function refuseWith(status: string): (client: Duplex) => void {
	return (client) => client.end(`HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\nrefused`);
}

/** Key and certificate of a gateway nobody vouches for. */
export const TLS = Object.fromEntries(
	['key', 'cert'].map((name) => [name, readFileSync(join(__dirname, `../../fixtures/tls/${name}.pem`), 'utf8')]),
);
