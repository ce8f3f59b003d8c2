import { readFile } from 'node:fs/promises';
import path from 'node:path';

import olderPins from './n8n1/package.json';
import newestPins from './newest/package.json';
import { n8nVersion } from './versions';

/** A version of n8n that can be installed. */
export interface Release {
	n8nVersion: string;
	/** Holds its `package.json`, and a lock file where every package is pinned. */
	folder: string;
	/** The packages that are compiled, or fetched ready-made, after the download. */
	nativeModules: readonly string[];
}

/** The n8n of the demo and of nearly all end-to-end tests. */
export const currentRelease: Release = {
	n8nVersion,
	folder: path.join(__dirname, 'lock'),
	nativeModules: ['sqlite3', 'isolated-vm'],
};

/** The last n8n 1.x, for a test on demand. It has no lock file: that would be 30,000 lines for one test. */
export const lastOfOne: Release = {
	n8nVersion: olderPins.dependencies.n8n,
	folder: path.join(__dirname, 'n8n1'),
	nativeModules: ['sqlite3'],
};

/** The newest n8n that installs, for a test on demand, without a lock file like the last 1.x. */
export const newest: Release = {
	n8nVersion: newestPins.dependencies.n8n,
	folder: path.join(__dirname, 'newest'),
	nativeModules: ['sqlite3', 'isolated-vm'],
};

/** The releases the package is tried with, by the names `npm run compat` has for them. */
export const RELEASES: Readonly<Record<string, Release>> = { newest, current: currentRelease, lastOfOne };

/** The files that pin a release, by name. */
export async function pinsOf({ folder }: Release): Promise<ReadonlyMap<string, string>> {
	const names = ['package.json', 'package-lock.json'];
	const read = names.map(async (name) => {
		const text = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
		return text === undefined ? [] : [[name, text] as const];
	});
	return new Map((await Promise.all(read)).flat());
}
