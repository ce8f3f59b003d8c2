import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The programs that n8n's queue mode needs beside n8n. */
export interface QueuePrograms {
	redisServer: string;
	/** Where `initdb` and `postgres` are. */
	postgresFolder: string;
}

const PACKAGES = ['redis-server', 'postgresql'];
const clusters = '/usr/lib/postgresql';

/** Finds redis and postgresql, or installs them where that is possible; else says in words why they are not there. */
export async function queuePrograms(): Promise<QueuePrograms | string> {
	if (process.platform !== 'linux') return 'queue mode is tested on Linux only';
	const found = await find();
	if (found !== undefined) return found;
	if (process.getuid?.() !== 0) return `redis and postgresql are missing: run "apt-get install ${PACKAGES.join(' ')}" as root`;
	const reason = await install();
	return (await find()) ?? `redis and postgresql are missing, and could not be installed: ${reason}`;
}

async function find(): Promise<QueuePrograms | undefined> {
	const redisServer = await firstExisting(['/usr/bin/redis-server', '/usr/local/bin/redis-server']);
	const versions = await readdir(clusters).catch(() => []);
	const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
	const postgres = await firstExisting(newestFirst.map((version) => path.join(clusters, version, 'bin', 'postgres')));
	if (redisServer === undefined || postgres === undefined) return undefined;
	return { redisServer, postgresFolder: path.dirname(postgres) };
}

/** Run level 1 keeps Debian from starting the services: the tests start their own. */
async function install(): Promise<string> {
	const env = { ...process.env, RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' };
	try {
		await execute('apt-get', ['update'], { env });
		await execute('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { env });
		return 'apt-get installed something else';
	} catch (error) {
		return error instanceof Error ? error.message : 'apt-get did not work';
	}
}

async function firstExisting(files: readonly string[]): Promise<string | undefined> {
	for (const file of files) {
		const exists = await access(file, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (exists) return file;
	}
	return undefined;
}
