import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

const dayInMs = 24 * 60 * 60 * 1000;

/** Tells processes of this machine from those of another that shares the cache folder, a container for instance. */
const machine = hostname().replace(/[^A-Za-z0-9]/g, '_');

/** A new folder name for one attempt at an installation. It tells which process builds it. */
export function newAttempt(folder: string): string {
	return `${folder}.part-${machine}-${process.pid}-${randomBytes(3).toString('hex')}`;
}

/**
 * The attempts at an installation that nobody works on any more, so that they can be removed: those of a process of this machine that
 * has ended, and any that is over a day old.
 */
export async function abandonedAttempts(folder: string): Promise<string[]> {
	const names = await readdir(path.dirname(folder));
	const attempts = names.filter((name) => name.startsWith(`${path.basename(folder)}.part-`));
	const abandoned = await Promise.all(attempts.map((name) => isAbandoned(path.join(path.dirname(folder), name))));
	return attempts.filter((_, index) => abandoned[index]).map((name) => path.join(path.dirname(folder), name));
}

async function isAbandoned(attempt: string): Promise<boolean> {
	const [host, pid] = attempt.split('.part-').at(-1)?.split('-') ?? [];
	if (host === machine && !isAlive(Number(pid))) return true;
	const { birthtimeMs } = await stat(attempt);
	return Date.now() - birthtimeMs > dayInMs;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
