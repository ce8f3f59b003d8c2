import { freePort } from '../../../demo/ports';
import { start } from '../../../demo/processes';
import { untilListening } from './listening';

/** A server of a test, on loopback. */
export interface Server {
	port: number;
	stop: () => Promise<void>;
}

/** Starts a redis that keeps nothing. It ends with this process, however that ends. */
export async function startRedis(redisServer: string, folder: string, logFile: string): Promise<Server> {
	const port = await freePort('redis');
	const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
	const running = await start({
		file: 'setpriv',
		args: ['--pdeathsig', 'KILL', redisServer, ...settings],
		cwd: folder,
		env: { PATH: process.env.PATH ?? '' },
		logFile,
	});
	await untilListening('redis', port, running, logFile);
	return { port, stop: async () => await running.stop() };
}
