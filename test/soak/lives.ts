import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { N8nServer, N8nWish } from '../../demo/n8n/server';
import { startN8n } from '../../demo/n8n/server';

/** The time between two kills of n8n; moments in milliseconds since 1970. */
export interface Life {
	pid: number;
	/** When it answered. */
	upAt: number;
	/** When it was killed; undefined for the one that was not. */
	killedAt?: number;
}

/** An n8n that is killed and started again. */
export interface Lives {
	/** In order; the last one goes on. */
	readonly all: readonly Life[];
	readonly url: string;
	/** Does work that needs n8n up; rejects at once when n8n ends without being asked to. */
	whileUp<T>(work: Promise<T>): Promise<T>;
	/** Kills n8n as a power cut would, so many milliseconds from now, and starts it again from what is on the disk. */
	killAt(moments: readonly number[], signal: AbortSignal): Promise<void>;
	stop(): Promise<void>;
}

/** The environment variable that tells `instruments.cjs` where to write. */
const memoryVariable = 'SOAK_MEMORY_FILE';

/** Starts n8n with the instruments. @param memoryFile gets a line of JSON for each sample */
export async function startLives(wish: N8nWish, memoryFile: string): Promise<Lives> {
	const instruments = path.join(__dirname, 'instruments.cjs');
	const extra = { ...wish.extra, NODE_OPTIONS: `--require ${JSON.stringify(instruments)}`, [memoryVariable]: memoryFile };
	const all: Life[] = [];
	let unasked: (error: unknown) => void = () => undefined;
	const endedByItself = new Promise<never>((_, reject) => (unasked = reject));
	endedByItself.catch(() => undefined); // nobody may be listening at that moment
	const begin = async (port = 0): Promise<N8nServer> => {
		const server = await startN8n({ ...wish, port, extra });
		server.unasked.catch(unasked);
		all.push({ pid: server.pid, upAt: Date.now() });
		return server;
	};
	let server = await begin(wish.port);
	const killAndStart = async (): Promise<void> => {
		const life = all.at(-1);
		if (life !== undefined) life.killedAt = Date.now();
		await server.kill();
		server = await begin(server.port);
	};
	return {
		all,
		url: server.url,
		whileUp: async (work) => await Promise.race([endedByItself, work]),
		killAt: async (moments, signal) => {
			const start = Date.now();
			for (const moment of moments) {
				await wait(Math.max(0, start + moment - Date.now()), undefined, { signal });
				await killAndStart();
			}
		},
		stop: async () => await server.stop(),
	};
}
