import { access, mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

import { run } from '../processes';
import { together } from '../together';
import { abandonedAttempts, newAttempt } from './attempts';
import { cacheFolder, installationName } from './cacheFolder';
import { download } from './download';
import type { Natives, PutInto } from './natives';
import { buildNatives, versionsIn, versionsInstalled } from './natives';
import { watchProgress, workIn } from './progress';
import type { Release } from './releases';
import { currentRelease, pinsOf } from './releases';
import { nodePackageFor } from './versions';
import type { Watch } from './watch';

/** An n8n on this machine, ready to run. */
export interface InstalledN8n {
	folder: string;
	/** The Node.js that n8n runs on. */
	node: string;
	/** The script that Node.js runs: `node cli start`. */
	cli: string;
}

const platform = `${process.platform}-${process.arch}`;
const gigabytesNeeded = 4;

/**
 * Finds an n8n in the user's cache folder, or installs it there: minutes the first time, nothing later. The installation is built beside its
 * place and moved there when complete, so an interrupted one is never taken for a good one, and of two at once one wins.
 *
 * @throws Error when npm cannot install it, the disk is too full, or there is no Node.js for the platform
 */
export async function installN8n(watch: Watch, release: Release = currentRelease): Promise<InstalledN8n> {
	const pins = await pinsOf(release);
	const lock = pins.get('package-lock.json') ?? pins.get('package.json') ?? '';
	const node = nodePackageFor(platform);
	const cache = cacheFolder({ platform: process.platform, env: process.env, home: homedir() });
	const folder = path.join(cache, installationName({ n8nVersion: release.n8nVersion, nodeVersion: node.version, platform, lock }));
	if (!(await exists(folder))) await build(folder, { ...release, pins }, watch);
	return installedIn(folder);
}

type Pinned = Release & { pins: ReadonlyMap<string, string> };

async function build(folder: string, release: Pinned, watch: Watch): Promise<void> {
	await mkdir(path.dirname(folder), { recursive: true });
	await Promise.all((await abandonedAttempts(folder)).map(remove));
	await requireSpace(path.dirname(folder));
	const attempt = newAttempt(folder);
	try {
		await mkdir(attempt);
		await fill(attempt, release, watch);
		await moveInto(attempt, folder);
	} finally {
		await remove(attempt);
	}
}

async function fill(attempt: string, { pins, nativeModules }: Pinned, { report, signal }: Watch): Promise<void> {
	for (const [file, text] of pins) await writeFile(path.join(attempt, file), text);
	const inAttempt = { cwd: attempt, logFile: path.join(attempt, 'install.log') };
	const modules = path.join(attempt, 'node_modules');
	const lock = pins.get('package-lock.json');
	const downloadAll = async (either: AbortSignal): Promise<void> => {
		const stopWatching = watchProgress(attempt, workIn(lock), report);
		await download(inAttempt, lock, either).finally(stopWatching);
	};
	const build = async (versions: Natives['versions'], either: AbortSignal): Promise<PutInto> => {
		const natives = { versions, node: nodePackageFor(platform), binary: nodeIn };
		return await buildNatives(path.join(attempt, 'natives'), natives, { logFile: path.join(attempt, 'natives.log'), signal: either });
	};
	let putInto: PutInto;
	if (lock === undefined) {
		await downloadAll(signal);
		report('Preparing its native modules (up to two minutes)');
		putInto = await build(await versionsInstalled(modules, nativeModules), signal);
	} else {
		[putInto] = await together(signal, [async (either) => await build(versionsIn(lock, nativeModules), either), downloadAll]);
	}
	await putInto(modules);
	report('Trying its native modules out');
	const loading = nativeModules.map((name) => `require('${name}')`).join(';');
	const load = { file: nodeIn(modules), args: ['-e', loading], env: { PATH: '' }, ...inAttempt };
	await run('Loading the native modules of n8n', load, signal);
}

/** Another demo may have finished first: then its installation serves, and ours is removed like any attempt. */
async function moveInto(attempt: string, folder: string): Promise<void> {
	try {
		await rename(attempt, folder);
	} catch (error) {
		if (!(await exists(folder))) throw error;
	}
}

async function requireSpace(folder: string): Promise<void> {
	const { bavail, bsize } = await statfs(folder);
	const free = (bavail * bsize) / 1e9;
	if (free >= gigabytesNeeded) return;
	throw new Error(
		`n8n needs ${gigabytesNeeded} GB of disk in ${folder}, and ${free.toFixed(1)} GB are free. Make room, or set XDG_CACHE_HOME to a folder on another disk.`,
	);
}

function installedIn(folder: string): InstalledN8n {
	const modules = path.join(folder, 'node_modules');
	return { folder, node: nodeIn(modules), cli: path.join(modules, 'n8n', 'bin', 'n8n') };
}

function nodeIn(modules: string): string {
	return path.join(modules, nodePackageFor(platform).name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

async function exists(file: string): Promise<boolean> {
	return access(file).then(
		() => true,
		() => false,
	);
}

async function remove(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
