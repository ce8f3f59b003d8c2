import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Stands before the server: a connection that is stopped here never reaches HTTP, nor TLS. */
export class Gate {
	/** Decides on a connection. @returns whether it is stopped */
	stops: (socket: Socket) => boolean = () => false;
	readonly #stopped = new Set<Socket>();

	/** @param server its own listeners for connections are put behind the gate; nobody may have added another yet */
	constructor(server: Server) {
		const takers = server.listeners('connection');
		server.removeAllListeners('connection');
		server.on('connection', (socket: Socket) => {
			if (this.stops(socket)) this.#hold(socket);
			else for (const take of takers) Reflect.apply(take, server, [socket]);
		});
	}

	/** How many stopped connections are open. */
	get held(): number {
		return this.#stopped.size;
	}

	/** Cuts the connections that are held. */
	close(): void {
		for (const socket of this.#stopped) socket.destroy();
	}

	#hold(socket: Socket): void {
		if (socket.destroyed) return;
		this.#stopped.add(socket);
		socket.on('error', () => {
			socket.destroy();
		});
		socket.once('end', () => {
			socket.destroy();
		});
		socket.once('close', () => {
			this.#stopped.delete(socket);
		});
	}
}
