import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as it arrived, whole. */
export interface Recorded {
	readonly method: string;
	readonly url: string;
	/** Request line, headers and body in one text, for searching. */
	readonly whole: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

/** A server of the test's choice: writes down all it gets. */
export interface Recorder {
	readonly url: string;
	readonly port: number;
	readonly requests: readonly Recorded[];
	/** How many connections were made, with a request or without. */
	readonly connections: number;
	/** How it answers from now on; at first with HTTP 200 and `{}`. */
	answer: (request: Recorded, response: ServerResponse) => void | Promise<void>;
	close(): Promise<void>;
}

/**
 * Starts a recorder on any free port.
 *
 * @param address the IP address to listen on
 */
export async function startRecorder(address = '127.0.0.1'): Promise<Recorder> {
	const requests: Recorded[] = [];
	const server = createServer((request, response) => {
		const answered = record(request).then(async (recorded) => {
			requests.push(recorded);
			await recorder.answer(recorded, response);
		});
		// Also where a proxy's n8n does not answer: the asker sees a connection that breaks.
		answered.catch(() => response.destroy());
	});
	let connections = 0;
	server.on('connection', () => (connections += 1));
	server.listen(0, address);
	await once(server, 'listening');
	const listening = server.address();
	const port = typeof listening === 'object' && listening !== null ? listening.port : 0;
	const recorder: Recorder = {
		url: `http://${address}:${port}`,
		port,
		requests,
		get connections() {
			return connections;
		},
		answer: (_, response) => {
			response.setHeader('content-type', 'application/json');
			response.end('{}');
		},
		close: async () => {
			server.close();
			server.closeAllConnections();
			await Promise.resolve();
		},
	};
	return recorder;
}

async function record(request: IncomingMessage): Promise<Recorded> {
	const { method = '', url = '', headers, rawHeaders } = request;
	const body = await text(request);
	return { method, url, headers, body, whole: [`${method} ${url}`, ...rawHeaders, body].join('\n') };
}
