import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { tailOf } from './tail';

/** A program to start. */
export interface Program {
	file: string;
	args: readonly string[];
	cwd: string;
	env: Record<string, string>;
	/** The file that gets everything the program prints. */
	logFile: string;
	/** For Node.js programs: they end even when this process is killed and can end nobody. */
	isNode?: boolean;
}

/** How a program ended: its exit code, or the signal that ended it. */
export interface Ending {
	code: number | null;
	signal: string | null;
}

/** A program that was started. */
export interface Running {
	pid: number;
	/** Settles when the program has ended; never rejects. */
	ended: Promise<Ending>;
	/** Asks the program to end, and ends it with all its children after `patience` milliseconds. */
	stop: (patience?: number) => Promise<void>;
	/** Ends the program and all its children at once. */
	kill: () => Promise<void>;
}

const inGroups = process.platform !== 'win32';
const endWithParent = path.join(__dirname, 'endWithParent.cjs');
const patienceInMs = 10_000;
const running = new Set<number>();

process.on('exit', () => {
	for (const pid of running) signalGroup(pid, 'SIGKILL');
});

/**
 * Starts a program in a process group of its own, so that it ends together with everything it started. It ends at the latest when
 * this process does.
 *
 * @throws Error when the program cannot be started
 */
export async function start({ file, args, cwd, env, logFile, isNode = false }: Program): Promise<Running> {
	const log = await open(logFile, 'a');
	const child = spawn(file, isNode ? ['--require', endWithParent, ...args] : args, {
		cwd,
		env,
		stdio: ['ignore', log.fd, log.fd, ...(isNode ? (['ipc'] as const) : [])],
		detached: inGroups,
	});
	const ended = new Promise<Ending>((resolve) => {
		child.once('exit', (code, signal) => {
			resolve({ code, signal });
		});
	});
	const { pid } = child;
	if (pid !== undefined) running.add(pid);
	await once(child, 'spawn').finally(() => log.close());
	if (pid === undefined) throw new Error(`${file} started without a process ID.`);
	void ended.then(() => {
		signalGroup(pid, 'SIGKILL');
		running.delete(pid);
	});
	const kill = async (): Promise<void> => {
		signalGroup(pid, 'SIGKILL');
		await ended;
	};
	const stop = async (patience = patienceInMs): Promise<void> => {
		send(pid, 'SIGTERM');
		const inTime = await Promise.race([ended, wait(patience, undefined, { ref: false })]);
		if (inTime === undefined) await kill();
	};
	return { pid, ended, stop, kill };
}

/**
 * Runs a program to its end.
 *
 * @param what the work in words, for the message
 * @throws Error with the last lines the program printed when it ends with anything but 0; the signal's reason when `signal` stopped it
 */
export async function run(what: string, program: Program, signal: AbortSignal): Promise<void> {
	signal.throwIfAborted();
	const child = await start(program);
	const stop = (): void => void child.kill();
	signal.addEventListener('abort', stop, { once: true });
	const { code } = await child.ended;
	signal.removeEventListener('abort', stop);
	signal.throwIfAborted();
	if (code !== 0) throw new Error(`${what} did not work. The last it said:\n${await tailOf(program.logFile)}`);
}

function send(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch {
		// It has ended already.
	}
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	send(inGroups ? -pid : pid, signal);
}
