import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import type { Running } from '../../../demo/processes';
import { tailOf } from '../../../demo/tail';

const patienceInMs = 60_000;

/** Waits until a program accepts connections. Ends it and throws the end of its log when it does not, or has ended. */
export async function untilListening(name: string, port: number, program: Running, logFile: string): Promise<void> {
	const deadline = Date.now() + patienceInMs;
	while (!(await accepts(port))) {
		const hasEnded = await Promise.race([program.ended.then(() => true), wait(100, false)]);
		if (hasEnded || Date.now() > deadline) {
			await program.kill();
			throw new Error(`${name} does not answer on port ${port}. The last it said:\n${await tailOf(logFile)}`);
		}
	}
}

async function accepts(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
