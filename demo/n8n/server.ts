import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { freePort } from '../ports';
import type { Program, Running } from '../processes';
import { start } from '../processes';
import { tailOf } from '../tail';
import { n8nEnvironment } from './environment';
import type { InstalledN8n } from './install';
import { isReady } from './ready';

/** An n8n to start. */
export interface N8nWish {
	installed: InstalledN8n;
	/** The folder for all that this n8n keeps. An n8n that was stopped or killed goes on from there. */
	userFolder: string;
	/** The one folder that workflows may read files from. */
	filesFolder: string;
	/** 0 or nothing for any free port. */
	port?: number;
	/** `start` unless told; `worker` and the like never answer on the port, so they count as ready at once. */
	command?: readonly string[];
	/** The name of the log in the user folder, `n8n.log` unless told: for a second process on the same folder. */
	logName?: string;
	/** Further environment variables. */
	extra?: Record<string, string>;
	signal: AbortSignal;
}

/** A running n8n. */
export interface N8nServer {
	url: string;
	port: number;
	pid: number;
	/** The file with everything n8n has printed. */
	logFile: string;
	/** Rejects, with the end of the log, when n8n ends without being asked to. */
	unasked: Promise<never>;
	/** Ends n8n in good order. */
	stop(): Promise<void>;
	/** Ends n8n and its children at once, as a power cut would. */
	kill(): Promise<void>;
}

const patienceInMs = 120_000;
const lastWordsInMs = 1000;

/**
 * Starts n8n on loopback and waits until it answers.
 *
 * @throws Error that names the port when it is taken, and Error with the end of the log when n8n ends or stays silent
 */
export async function startN8n(wish: N8nWish): Promise<N8nServer> {
	const { command = ['start'], logName = 'n8n.log', signal } = wish;
	signal.throwIfAborted();
	const port = await freePort('n8n', wish.port, '--n8n-port');
	const url = `http://127.0.0.1:${port}`;
	const logFile = path.join(wish.userFolder, logName);
	const running = await start(await programOf({ ...wish, port, command }, logFile));
	const server = { url, port, pid: running.pid, logFile, ...endings(running, logFile) };
	try {
		if (command[0] === 'start') await Promise.race([server.unasked, untilReady(url, logFile, signal)]);
	} catch (error) {
		await server.kill();
		throw error;
	}
	return server;
}

async function programOf(wish: N8nWish & { port: number; command: readonly string[] }, logFile: string): Promise<Program> {
	const { installed, userFolder, filesFolder, port, command, extra = {} } = wish;
	const brokerPort = await freePort('the code runners of n8n');
	return {
		file: installed.node,
		args: [installed.cli, ...command],
		cwd: userFolder,
		env: n8nEnvironment(process.env, { node: installed.node, userFolder, filesFolder, port, brokerPort, extra }),
		logFile,
		isNode: true,
	};
}

/** The two ways in which n8n is ended, and the way in which it ends by itself. */
function endings({ ended, stop, kill }: Running, logFile: string): Pick<N8nServer, 'unasked' | 'stop' | 'kill'> {
	let asked = false;
	const unasked = ended.then(async ({ code, signal }): Promise<never> => {
		if (asked) return new Promise<never>(() => undefined);
		throw new Error(`n8n ended by itself (${signal ?? `exit code ${String(code)}`}). The last it said:\n${await tailOf(logFile)}`);
	});
	// Nobody may be listening at that moment.
	unasked.catch(() => undefined);
	return {
		unasked,
		stop: async () => {
			asked = true;
			await stop();
		},
		kill: async () => {
			asked = true;
			await kill();
		},
	};
}

/** Does work that needs n8n up. When n8n ends meanwhile, that is the reason told, whatever the work says. */
export async function withN8n<T>({ unasked }: Pick<N8nServer, 'unasked'>, work: Promise<T>): Promise<T> {
	try {
		return await Promise.race([unasked, work]);
	} catch (error) {
		await Promise.race([unasked, wait(lastWordsInMs)]);
		throw error;
	}
}

async function untilReady(url: string, logFile: string, signal: AbortSignal): Promise<void> {
	const deadline = Date.now() + patienceInMs;
	while (!(await isReady(url))) {
		if (Date.now() > deadline) throw new Error(`n8n did not answer within two minutes. The last it said:\n${await tailOf(logFile)}`);
		await wait(200, undefined, { signal });
	}
}
