import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Row, Section } from '../report/section';
import type { Tell } from '../settings';

const root = path.join(__dirname, '..', '..');
const RUNS = 15;

/** How long `require` of the built nodes and the credential takes, and what `dist` weighs. */
export async function measureLoading(_settings: unknown, tell: Tell): Promise<Section[]> {
	tell('Loading');
	const times: number[] = [];
	for (let run = 0; run < RUNS; run += 1) times.push(await loadingTime());
	times.sort((a, b) => a - b);
	const [best = NaN] = times;
	const median = times[Math.floor(RUNS / 2)] ?? NaN;
	const sizes = await sizesOf(path.join(root, 'dist'));
	const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
	return [
		{
			title: 'Loading',
			about: `\`require\` of the built action, trigger and credential beside \`n8n-workflow\`, each time in a process of its own (${RUNS} of them). Most of it, 13 of 20 ms in a profile, is Node.js compiling the 230 kB that a start needs, of which no library is a part; what our files do as they load takes 4 ms.`,
			rows: [{ 'best, ms': best, 'median, ms': median }],
			goals: [{ name: 'Loading: time, the best', value: best, unit: 'ms', most: 15 }],
		},
		{
			title: 'Size',
			about: 'What is in `dist`, the largest first.',
			rows: sizes.map(({ file, bytes }): Row => ({ file, kB: bytes / 1000 })),
			goals: [{ name: 'Size: all of dist', value: total, unit: 'kB', most: 450 }],
		},
	];
}

async function loadingTime(): Promise<number> {
	const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'tools', 'package', 'load.mjs'), root]);
	return (JSON.parse(stdout) as { milliseconds: number }).milliseconds;
}

async function sizesOf(folder: string): Promise<{ file: string; bytes: number }[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
	const sizes = files.map(async (file) => ({ file: path.relative(folder, file), bytes: (await stat(file)).size }));
	return (await Promise.all(sizes)).sort((a, b) => b.bytes - a.bytes);
}
