import { once } from 'node:events';
import { createServer } from 'node:net';

import { dig } from './json';

const host = '127.0.0.1';

/**
 * A port on loopback that nobody listens on: the wished one, or any when the wish is 0.
 *
 * @param what who will listen there, in words
 * @param option the option that changes the port, for the message
 * @throws Error that names the port and the option when the wished port is taken
 */
export async function freePort(what: string, wished = 0, option?: string): Promise<number> {
	const server = createServer();
	try {
		const listening = once(server, 'listening');
		server.listen(wished, host);
		await listening;
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
		return address.port;
	} catch (error) {
		if (dig(error, 'code') !== 'EADDRINUSE') throw error;
		throw new Error(takenMessage(what, wished, option), { cause: error });
	} finally {
		server.close();
	}
}

function takenMessage(what: string, port: number, option?: string): string {
	const advice = option === undefined ? 'Choose another port.' : `Choose another one with ${option} <port>, 0 for any free one.`;
	return `Port ${port} on ${host}, meant for ${what}, is taken by another program. ${advice}`;
}
