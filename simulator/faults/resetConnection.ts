import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Ends a connection with a TCP reset; over TLS, where Node.js cannot do that, it is just cut. */
export function resetConnection(socket: Socket | null): void {
	if (!socket || socket.destroyed) return;
	if (socket instanceof TLSSocket) socket.destroy();
	else socket.resetAndDestroy();
}
