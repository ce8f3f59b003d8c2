import { Command, InvalidArgumentError } from 'commander';

import { Cleanup } from './cleanup';
import { sendOnce } from './once';
import { show } from './show';
import { Stopped, stopSignal } from './stopSignal';

interface Options {
	once?: boolean;
	n8nPort?: number;
	simulatorPort?: number;
}

const command = new Command('demo')
	.description('Runs the node in a real n8n against a simulated gateway, all on this machine.')
	.option('--once', 'send 1,000 contacts without a browser, print a table, and end')
	.option('--n8n-port <port>', 'where n8n listens (5678; with --once any free port)', portNumber)
	.option('--simulator-port <port>', 'where the simulator listens (8090; with --once any free port)', portNumber);

async function main({ once = false, n8nPort, simulatorPort }: Options): Promise<number> {
	const signal = stopSignal();
	const cleanup = new Cleanup();
	const ports = { n8nPort: n8nPort ?? (once ? 0 : 5678), simulatorPort: simulatorPort ?? (once ? 0 : 8090) };
	let failed = false;
	try {
		const wish = { ...ports, cleanup, signal };
		failed = once ? !(await sendOnce(wish, tell)) : await show(wish, tell);
		return failed ? 1 : 0;
	} catch (error) {
		// Work that was interrupted ends with an error of its own, which nobody needs to see.
		if (signal.reason instanceof Stopped) return once ? signal.reason.exitCode : 0;
		failed = true;
		complain(error instanceof Error ? error.message : String(error));
		return 1;
	} finally {
		if (signal.aborted) tell('Stopping.');
		await cleanup.run({ failed, tell: complain });
	}
}

function portNumber(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port <= 65_535) return port;
	throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}

function tell(line: string): void {
	process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
	process.stderr.write(`${line}\n`);
}

void main(command.parse().opts<Options>()).then((code) => {
	process.exit(code);
});
