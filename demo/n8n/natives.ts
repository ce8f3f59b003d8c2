import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { run } from '../processes';
import { npm } from './npm';

/** Native modules by name, each with its version, and the Node.js they are built for. */
export interface Natives {
	readonly versions: Readonly<Record<string, string>>;
	/** The package that holds the Node.js, and its version. */
	readonly node: { readonly name: string; readonly version: string };
	/** Where that package has its Node.js. */
	readonly binary: (modules: string) => string;
}

/** Puts what was built into an installation, and removes the rest. */
export type PutInto = (modules: string) => Promise<void>;

/** The versions of packages in a lock file. */
export function versionsIn(lock: string, names: readonly string[]): Record<string, string> {
	const { packages } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
	return Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`]?.version ?? 'latest']));
}

/** The versions of packages that are installed. */
export async function versionsInstalled(modules: string, names: readonly string[]): Promise<Record<string, string>> {
	const read = names.map(async (name) => {
		const manifest = JSON.parse(await readFile(path.join(modules, name, 'package.json'), 'utf8')) as { version: string };
		return [name, manifest.version] as const;
	});
	return Object.fromEntries(await Promise.all(read));
}

/** Builds native modules, or fetches what is ready-made, in a folder of their own: so it can be done while npm downloads the rest. */
export async function buildNatives(
	folder: string,
	{ versions, node, binary }: Natives,
	{ logFile, signal }: { logFile: string; signal: AbortSignal },
): Promise<PutInto> {
	await mkdir(folder);
	const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
	const allowScripts = Object.fromEntries(wanted.map((one) => [one, true]));
	await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts }));
	const inFolder = { cwd: folder, logFile };
	const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--package-lock=false'];
	await run('Installing the native modules', npm(['install', ...flags, `${node.name}@${node.version}`, ...wanted], inFolder), signal);
	const modules = path.join(folder, 'node_modules');
	const rebuild = npm(['rebuild', ...Object.keys(versions), '--ignore-scripts=false'], { ...inFolder, node: binary(modules) });
	await run('Building the native modules of n8n', rebuild, signal);
	return async (target) => {
		for (const name of Object.keys(versions)) await moveBuild(path.join(modules, name), path.join(target, name));
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	};
}

/** A module that brings what is ready-made along has nothing that was built. */
async function moveBuild(from: string, to: string): Promise<void> {
	await rename(path.join(from, 'build'), path.join(to, 'build')).catch((error: unknown) => {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	});
}
