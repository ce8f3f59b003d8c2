import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import { listen } from '../../support/network/sockets';

/** A request as it came. */
export interface Came {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** A server that keeps what it was asked and answers as it is told. `closeAll` of `test/support/network` ends it. */
export async function recordingServer(
	answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<{ readonly url: string; readonly came: Came[]; readonly connections: () => number }> {
	const came: Came[] = [];
	let connections = 0;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			came.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
			answer(response, request);
		});
	});
	server.on('connection', (socket) => {
		connections += 1;
		socket.on('close', () => (connections -= 1));
	});
	return { url: `http://127.0.0.1:${await listen(server)}`, came, connections: () => connections };
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
