import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSimulator } from '../../simulator';

/** A process of its own takes its time on a busy machine. */
jest.setTimeout(30_000);

const ROOT = join(__dirname, '..', '..');

interface Run {
	/** All it wrote so far. */
	text: () => string;
	/** Waits until it wrote something that fits. */
	wrote: (pattern: RegExp) => Promise<RegExpExecArray>;
	interrupt: () => void;
	ended: Promise<number | null>;
}

function run(...options: string[]): Run {
	const child = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts', ...options], { cwd: ROOT });
	let text = '';
	child.stdout.on('data', (data) => (text += String(data)));
	child.stderr.on('data', (data) => (text += String(data)));
	const wrote = async (pattern: RegExp): Promise<RegExpExecArray> =>
		pattern.exec(text) ?? (await once(child.stdout, 'data').then(() => wrote(pattern)));
	const ended = once(child, 'close').then(() => child.exitCode);
	return { text: () => text, wrote, interrupt: () => child.kill('SIGINT'), ended };
}

it('says what to open, answers there, and ends on Ctrl-C', async () => {
	const simulator = run('--port', '0', '--speed', '10', '--time-zone', 'Asia/Omsk');
	const [, url = ''] = await simulator.wrote(/Open (http:\/\/127\.0\.0\.1:\d+)\/ to watch the virtual phones/);
	const state = await fetch(`${url}/_control/state`);
	expect(await state.json()).toMatchObject({ speed: 10, timeZone: 'Asia/Omsk' });
	simulator.interrupt();
	expect(await simulator.ended).toBe(0);
});

it('sets the account up as a file says', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
	const file = join(folder, 'account.json');
	writeFileSync(file, '{"balance":12.5,"stopList":["79000000001"]}');
	const simulator = run('--port', '0', '--account', file);
	const [, url = ''] = await simulator.wrote(/Open (http:\/\/127\.0\.0\.1:\d+)\/ to watch/);
	const state = await fetch(`${url}/_control/state`);
	expect(await state.json()).toMatchObject({ account: { balance: 12.5, stopList: ['79000000001'] } });
	simulator.interrupt();
	expect(await simulator.ended).toBe(0);
	rmSync(folder, { recursive: true });
});

it('says in one line that the port is in use', async () => {
	const other = await startSimulator();
	const simulator = run('--port', String(other.port));
	expect(await simulator.ended).toBe(1);
	expect(simulator.text()).toBe(`Port ${other.port} is in use. Choose another with --port, or stop what listens there.\n`);
	await other.close();
});

it('says in one line what is wrong with a scenario file', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
	const file = join(folder, 'scenario.json');
	writeFileSync(file, '{"rows":[{"prefix":"7","fate":"lost"}]}');
	const simulator = run('--port', '0', '--scenario', file);
	expect(await simulator.ended).toBe(1);
	expect(simulator.text()).toBe('Scenario row 1: there is no fate "lost".\n');
	rmSync(folder, { recursive: true });
});
