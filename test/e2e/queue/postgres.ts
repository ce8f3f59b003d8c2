import { randomBytes } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { freePort } from '../../../demo/ports';
import { run, start } from '../../../demo/processes';
import { untilListening } from './listening';
import type { Server } from './redis';

/** A database server of a test: one user, who may do everything in the database `postgres`. */
export interface Database extends Server {
	user: string;
	password: string;
}

const USER = 'n8n';

/** Makes a database cluster in an empty folder and starts it; it ends with this process, however that ends. */
export async function startPostgres(programs: string, folder: string, logFile: string, signal: AbortSignal): Promise<Database> {
	const port = await freePort('postgresql');
	const password = randomBytes(12).toString('hex');
	const passwordFile = path.join(folder, 'password');
	await writeFile(passwordFile, password);
	await handOver(folder, signal, logFile);
	const data = path.join(folder, 'cluster');
	const base = { cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' }, logFile };
	const asPostgres = (...command: readonly string[]) => ({ ...base, file: 'setpriv', args: [...asUser(), ...command] });
	const access = ['--auth=scram-sha-256', `--username=${USER}`, `--pwfile=${passwordFile}`];
	const initdb = [path.join(programs, 'initdb'), '-D', data, '--no-sync', '--encoding=UTF8', ...access];
	await run('Making a database', asPostgres(...initdb), signal);
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap((one) => ['-c', one]);
	const running = await start(asPostgres(path.join(programs, 'postgres'), '-D', data, '-p', String(port), ...settings));
	await untilListening('postgresql', port, running, logFile);
	return { port, user: USER, password, stop: async () => await running.stop() };
}

const isRoot = process.getuid?.() === 0;

/** postgresql refuses to run as root: then it runs as the user that Debian made for it. */
function asUser(): readonly string[] {
	const user = isRoot ? ['--reuid', 'postgres', '--regid', 'postgres', '--init-groups'] : [];
	return ['--pdeathsig', 'INT', ...user];
}

async function handOver(folder: string, signal: AbortSignal, logFile: string): Promise<void> {
	await chmod(folder, 0o700);
	if (!isRoot) return;
	const program = { file: 'chown', args: ['-R', 'postgres:', folder], cwd: '/', env: { PATH: process.env.PATH ?? '' }, logFile };
	await run('Handing the folder to postgresql', program, signal);
}
