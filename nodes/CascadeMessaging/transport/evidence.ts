import { isRecord } from '../protocol';

/**
 * How far a request came (docs/protocol.md section 6.4). `noConnection`: it never had a connection, because a proxy made none. `nothingLeft`: it
 * had one, but surely nothing was written to it. `perhaps`: something may have been written. `undefined`: nothing is known.
 */
type Reach = 'noConnection' | 'nothingLeft' | 'perhaps' | undefined;

/** How far a request came, by what n8n's HTTP helper threw: somewhere along its causes it holds the request of Node.js. */
export function reachOf(error: unknown, depth = 6): Reach {
	if (depth === 0 || !isRecord(error)) return undefined;
	return isRecord(error.request) ? reachOfRequest(error.request) : reachOf(error.cause, depth - 1);
}

/** Reads the reach from a request of Node.js, or from one that wraps it to follow redirects. */
function reachOfRequest(request: Record<string, unknown>): Reach {
	const native = isRecord(request._currentRequest) ? request._currentRequest : request;
	const { socket } = native;
	if (socket === null) return 'noConnection';
	if (!isRecord(socket)) return undefined;
	if (isFake(native.protocol, socket)) return 'noConnection';
	if (socket.encrypted === true) return reachOfSecure(socket);
	// How many bytes were handed to the operating system: none before a connection is made.
	return typeof socket._bytesDispatched === 'number' ? oneOf(socket._bytesDispatched === 0) : undefined;
}

/** Node.js writes nothing through TLS before the handshake is done and the certificate approved. */
function reachOfSecure({ secureConnecting }: Record<string, unknown>): Reach {
	return typeof secureConnecting === 'boolean' ? oneOf(secureConnecting) : undefined;
}

function oneOf(isNothing: boolean): Reach {
	return isNothing ? 'nothingLeft' : 'perhaps';
}

/**
 * Says whether a response came from a proxy that did not let the request through: an answer to an HTTPS request that came over a
 * connection without encryption is not the gateway's. `request` is the one of Node.js; false where it is not known.
 */
export function isProxysOwn(request: unknown): boolean {
	return isRecord(request) && isRecord(request.socket) && isFake(request.protocol, request.socket);
}

function isFake(protocol: unknown, socket: Record<string, unknown>): boolean {
	return protocol === 'https:' && socket.encrypted !== true;
}
