import type { Server } from 'node:http';

import type { Door } from '../faults/board';
import { Gate } from './gate';
import { onPortApart } from './portApart';

const LOOPBACK = '127.0.0.1';
const TRY_AGAIN = 50;

/** The listening socket, on loopback only. It can be shut for a while and opened again on the same port. */
export class Listener implements Door {
	readonly #server: Server;
	#port = 0;
	#timer: NodeJS.Timeout | undefined;
	#isClosed = false;
	#count = 0;
	#unfinished = 0;
	/** Sees every connection first. */
	readonly gate: Gate;

	/** @param server the server whose connections it takes */
	constructor(server: Server) {
		this.#server = server;
		this.gate = new Gate(server);
		server.on('connection', () => {
			this.#count += 1;
		});
		server.on('request', (_, response) => {
			this.#unfinished += 1;
			response.once('close', () => {
				this.#unfinished -= 1;
			});
		});
	}

	/** How many connections were ever taken, also those that brought no request. */
	get connections(): number {
		return this.#count;
	}

	/** How many connections are open whose answer is not complete. */
	get waiting(): number {
		return this.#unfinished + this.gate.held;
	}

	/**
	 * Begins to listen.
	 * @param port 0 = any free one
	 * @returns the port
	 * @throws {NodeJS.ErrnoException} EADDRINUSE when the port is taken
	 */
	async listen(port: number): Promise<number> {
		this.#port = port === 0 ? await onPortApart(async (one) => await this.#listenOn(one)) : await this.#listenOn(port);
		this.#server.on('error', () => {
			this.#openLater(TRY_AGAIN);
		});
		return this.#port;
	}

	async #listenOn(port: number): Promise<number> {
		return await new Promise((resolve, reject) => {
			this.#server.once('error', reject);
			this.#server.listen(port, LOOPBACK, () => {
				this.#server.off('error', reject);
				resolve(port);
			});
		});
	}

	/** Refuses new connections and ends idle ones; answers on their way still arrive. */
	shut(seconds: number): void {
		clearTimeout(this.#timer);
		if (this.#server.listening) this.#server.close();
		if (seconds > 0) this.#openLater(seconds * 1000);
	}

	/** Takes connections again. */
	open(): void {
		clearTimeout(this.#timer);
		if (!this.#isClosed && !this.#server.listening) this.#server.listen(this.#port, LOOPBACK);
	}

	/** Ends for good, and every open connection with it. */
	async close(): Promise<void> {
		this.#isClosed = true;
		clearTimeout(this.#timer);
		const ended = new Promise<void>((resolve) =>
			this.#server.close(() => {
				resolve();
			}),
		);
		this.#server.closeAllConnections();
		this.gate.close();
		await ended;
	}

	#openLater(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.open();
		}, milliseconds);
	}
}
