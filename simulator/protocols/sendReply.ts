import type { ServerResponse } from 'node:http';

import type { WireReply } from './wire';

/** Sends a reply as a whole. @param isLast whether the connection ends with it */
export function sendReply(response: ServerResponse, reply: WireReply, isLast: boolean): void {
	const ending = isLast ? { connection: 'close' } : {};
	response.writeHead(reply.status, { ...reply.headers, ...ending, 'content-length': reply.body.length });
	response.end(reply.body);
}
