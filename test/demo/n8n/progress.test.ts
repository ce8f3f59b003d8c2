import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import heavy from '../../../demo/n8n/lock/heavy.json';
import { timeLeft, watchProgress, workIn } from '../../../demo/n8n/progress';

const MINUTE = 60_000;

describe('the work of npm', () => {
	it('is a package for each folder of the lock file, without those for other platforms', () => {
		const packages = { '': {}, 'node_modules/a': {}, 'node_modules/b': { optional: true }, 'node_modules/n8n-nodes-base': {} };
		const work = workIn(JSON.stringify({ packages }));

		expect([...work.keys()]).toEqual(['node_modules/a', 'node_modules/n8n-nodes-base']);
		expect(work.get('node_modules/n8n-nodes-base')).toBeGreaterThan(100 * (work.get('node_modules/a') ?? 0));
	});

	it('names as heavy only what the demo installs', async () => {
		const lock = await readFile(path.join(__dirname, '../../../demo/n8n/lock/package-lock.json'), 'utf8');

		expect(Object.keys(heavy).filter((folder) => !workIn(lock).has(folder))).toEqual([]);
	});
});

it.each([
	[MINUTE, 0.5, 0.5, 'about a minute left'],
	[MINUTE, 0.25, 0.75, 'about 3 minutes left'],
	[MINUTE, 0.9, 0.1, 'less than a minute left'],
	[MINUTE, 1, 0, 'less than a minute left'],
	[0, 0, 0.9, 'some minutes left'],
])('after %d ms for %d there is for %d: %s', (passed, part, rest, words) => {
	expect(timeLeft(passed, part, rest)).toBe(words);
});

it('has nothing to count without a lock file, and says no more than that it is at work', () => {
	const lines: string[] = [];
	watchProgress('/nowhere', workIn(undefined), (line) => lines.push(line))();
	expect(lines).toEqual(['Downloading (some minutes, once)']);
});

it('tells how far npm is, and how long the rest takes', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'progress-'));
	const told: [string, number | undefined][] = [];
	const stop = watchProgress(
		folder,
		new Map([
			['a', 3],
			['b', 1],
		]),
		(line, part) => told.push([line, part]),
	);
	await mkdir(path.join(folder, 'a'));
	await writeFile(path.join(folder, 'a', 'package.json'), '{}');
	while (told.length < 2) await wait(50);
	stop();
	await rm(folder, { recursive: true });

	expect(told).toEqual([
		['Downloading 2 packages (some minutes, once)', 0],
		['Downloading: 75 % of 2 packages, some minutes left', 0.75],
	]);
});
