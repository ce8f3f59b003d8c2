import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { isRecord, textAt } from '../json';
import { run } from '../processes';
import { npm } from './npm';
import type { Watch } from './watch';

/** The package as npm packs it for publishing. */
export interface PackedPackage {
	tarball: string;
	name: string;
	version: string;
}

const projectFolder = path.join(__dirname, '..', '..');

/**
 * Builds this project and packs it as for publishing.
 *
 * @param folder an empty folder for the tarball and the log
 * @throws Error with the last lines of the build when it does not work
 */
export async function packProject(folder: string, { report, signal }: Watch): Promise<PackedPackage> {
	const inProject = { cwd: projectFolder, logFile: path.join(folder, 'build.log') };
	report('npm run build');
	await run('npm run build', npm(['run', 'build'], inProject), signal);
	report('npm pack');
	await run('npm pack', npm(['pack', '--pack-destination', folder], inProject), signal);
	const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
	if (tarball === undefined) throw new Error('npm pack made no tarball.');
	const manifest: unknown = JSON.parse(await readFile(path.join(projectFolder, 'package.json'), 'utf8'));
	return { tarball: path.join(folder, tarball), name: textAt(manifest, 'name'), version: textAt(manifest, 'version') };
}

/**
 * Installs a packed package into an n8n that does not run, the way n8n installs a community package: unpacked under the nodes folder,
 * development fields removed, dependencies installed beside it without scripts, and entered in n8n's list.
 *
 * @param userFolder the n8n user folder
 */
export async function installPackage({ tarball, name, version }: PackedPackage, userFolder: string, signal: AbortSignal): Promise<void> {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const folder = path.join(nodes, 'node_modules', name);
	const inFolder = { cwd: folder, logFile: path.join(userFolder, 'package.log') };
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const unpack = { file: 'tar', args: ['-xzf', tarball, '-C', folder, '--strip-components=1'], env: { PATH: process.env.PATH ?? '' } };
	await run('Unpacking the package', { ...unpack, ...inFolder }, signal);
	await removeDevelopmentFields(path.join(folder, 'package.json'));
	const flags = ['--audit=false', '--fund=false', '--bin-links=false', '--install-strategy=shallow', '--ignore-scripts=true'];
	await run('Installing its dependencies', npm(['install', ...flags, '--package-lock=false'], inFolder), signal);
	const list = { name: 'installed-nodes', private: true, dependencies: { [name]: version } };
	await writeFile(path.join(nodes, 'package.json'), JSON.stringify(list, null, 2));
}

async function removeDevelopmentFields(file: string): Promise<void> {
	const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
	if (!isRecord(manifest)) throw new Error(`${file} holds no JSON object.`);
	const dropped = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
	const kept = Object.entries(manifest).filter(([key]) => !dropped.includes(key));
	await writeFile(file, JSON.stringify(Object.fromEntries(kept), null, 2));
}
