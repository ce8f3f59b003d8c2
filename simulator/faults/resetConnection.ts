import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Ends a connection with a TCP reset; over TLS, where Node.js cannot, it is cut without a goodbye. */
export function resetConnection(socket: Socket | null): void {
	if (!socket || socket.destroyed) return;
	if (socket instanceof TLSSocket) socket.destroy();
	else socket.resetAndDestroy();
}
