import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Program } from '../../demo/processes';
import { run, start } from '../../demo/processes';

const folder = mkdtempSync(path.join(tmpdir(), 'cascade-messaging-test-'));
const never = new AbortController().signal;

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

/** Node.js running a script that prints into a log of its own. */
function script(name: string, source: string): Program {
	return {
		file: process.execPath,
		args: ['-e', source],
		cwd: folder,
		env: { PATH: process.env.PATH ?? '' },
		logFile: path.join(folder, `${name}.log`),
	};
}

async function untilLogged(file: string): Promise<void> {
	while (!existsSync(file) || statSync(file).size === 0) await wait(10);
}

/** A program with a child that keeps printing. */
const parent = `const { spawn } = require('node:child_process');
spawn(process.execPath, ['-e', 'setInterval(() => console.log("alive"), 5)'], { stdio: 'inherit' });
setInterval(() => {}, 1000);`;

/** Whether anything still prints into a log. */
async function isPrinting(file: string): Promise<boolean> {
	const { size } = statSync(file);
	await wait(50);
	return statSync(file).size > size;
}

describe('running a program to its end', () => {
	it('says the last it said when it does not work', async () => {
		const failing = script('failing', 'console.log("one"); console.error("two"); process.exitCode = 3');
		await expect(run('The test', failing, never)).rejects.toThrow('The test did not work. The last it said:\n  one\n  two');
	});

	it('says so when there is no such program', async () => {
		await expect(run('The test', { ...script('none', ''), file: path.join(folder, 'none') }, never)).rejects.toThrow('ENOENT');
	});

	it('ends the program, children included, when it is stopped', async () => {
		const stopper = new AbortController();
		const program = script('stopped', parent);
		const running = run('The test', program, stopper.signal);
		await untilLogged(program.logFile);
		stopper.abort(new Error('Enough.'));
		await expect(running).rejects.toThrow('Enough.');
		expect(await isPrinting(program.logFile)).toBe(false);
	});
});

describe('a Node.js program that was started', () => {
	it('ends even when its parent is killed and can end nobody', async () => {
		const log = path.join(folder, 'orphan.log');
		const endWithParent = path.join(__dirname, '../../demo/endWithParent.cjs');
		const child = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(log)}, 'alive'), 5)`;
		const options = "{ detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }";
		const args = JSON.stringify(['--require', endWithParent, '-e', child]);
		const source = `require('node:child_process').spawn(process.execPath, ${args}, ${options}); setInterval(() => {}, 1000);`;
		const running = await start(script('orphan-parent', source));
		await untilLogged(log);
		process.kill(running.pid, 'SIGKILL');
		await running.ended;
		await wait(50);
		expect(await isPrinting(log)).toBe(false);
	});
});

describe('a program that was started', () => {
	it('is asked to end, and ended when it does not', async () => {
		const program = script('stubborn', 'process.on("SIGTERM", () => console.log("no")); console.log("up"); setInterval(() => {}, 1000);');
		const running = await start(program);
		await untilLogged(program.logFile);
		await running.stop(100);
		expect(await running.ended).toEqual({ code: null, signal: 'SIGKILL' });
		expect(readFileSync(program.logFile, 'utf8')).toBe('up\nno\n');
	});

	it('takes its children along when it ends by itself', async () => {
		const leave = path.join(folder, 'leave');
		const program = script(
			'leaving',
			`${parent} setInterval(() => require('node:fs').existsSync(${JSON.stringify(leave)}) && process.exit(0), 5);`,
		);
		const running = await start(program);
		await untilLogged(program.logFile);
		while (!(await isPrinting(program.logFile)));
		writeFileSync(leave, '');
		expect(await running.ended).toEqual({ code: 0, signal: null });
		expect(await isPrinting(program.logFile)).toBe(false);
	});
});
