import { readFile } from 'node:fs/promises';

import { Command, InvalidArgumentError, Option } from 'commander';

import { readAccount } from './gateway/account/readAccount';
import { REPEAT_ANSWERS, type RepeatAnswer } from './gateway/repeatAnswers';
import { isRecord } from './isRecord';
import type { SimulatorOptions } from './options';
import { startSimulator } from './start';

interface Arguments extends Required<Pick<SimulatorOptions, 'port' | 'speed' | 'login' | 'password' | 'token' | 'timeZone' | 'replyUrl'>> {
	readonly scenario?: string;
	readonly account?: string;
	readonly revision: 1 | 2;
	readonly repeatAnswer: RepeatAnswer;
}

const program = new Command()
	.name('simulator')
	.description('A cascade gateway on 127.0.0.1, for tests and demos.')
	.option('--port <number>', 'port to listen on; 0 = any free one', readPort, 8090)
	.option('--speed <factor>', 'gateway seconds per real second', readNumber, 1)
	.option('--scenario <file>', 'JSON file that gives phone numbers their fates')
	.option('--account <file>', 'JSON file that sets the account up: balance, stop list, contact lists')
	.option('--login <login>', 'login of the account', 'demo')
	.option('--password <password>', 'its password', 'demo-password')
	.option('--token <token>', 'its token', 'demo-token')
	.option('--time-zone <zone>', 'IANA time zone of the gateway', 'Europe/Moscow')
	.option('--reply-url <url>', 'where replies of subscribers are posted to', '')
	.addOption(new Option('--revision <number>', 'protocol revision').argParser(readRevision).default(2))
	.addOption(new Option('--repeat-answer <kind>', 'what a used client number gets').choices(Object.keys(REPEAT_ANSWERS)).default('refuse'))
	.action(run);

program.parseAsync().catch((error: unknown) => {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
});

async function run({ scenario, account, ...options }: Arguments): Promise<void> {
	const rows = scenario === undefined ? [] : await readJson(scenario, 'scenario');
	const given = account === undefined ? {} : readAccount(await readJson(account, 'account'));
	const simulator = await startSimulator({ ...options, scenario: rows, account: given });
	process.stdout.write(
		`The gateway listens on ${simulator.url} (login ${options.login}, speed ${options.speed}).\n` +
			`Open ${simulator.url}/ to watch the virtual phones. Press Ctrl-C to stop.\n`,
	);
	const stop = () => {
		void simulator.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

async function readJson(file: string, what: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch (error) {
		throw new TypeError(`The ${what} file ${file} cannot be read: ${explain(error)}`);
	}
}

function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (isRecord(error) && error.code === 'EADDRINUSE') {
		return `Port ${String(error.port)} is in use. Choose another with --port, or stop what listens there.`;
	}
	return error.message;
}

function readPort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
	return port;
}

function readNumber(text: string): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
		throw new InvalidArgumentError('It must be a number of 0 or more.');
	}
	return value;
}

function readRevision(text: string): 1 | 2 {
	if (text === '1') return 1;
	if (text === '2') return 2;
	throw new InvalidArgumentError('It must be 1 or 2.');
}
