import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { npm } from './npm';

/** Where npm gets packages: the address of the registry, and those of scopes that have one of their own. */
export type Registries = Readonly<Record<string, unknown>>;

/** The registries that npm is set to in a folder. */
export async function registriesOf(folder: string): Promise<Registries> {
	const { file, args, env } = npm(['config', 'list', '--json'], { cwd: folder, logFile: '' });
	const { stdout } = await promisify(execFile)(file, [...args], { cwd: folder, env });
	return JSON.parse(stdout) as Registries;
}

interface Locked {
	version?: string;
	/** Where npm is to get it. */
	resolved?: string;
	/** The package's own name, where the folder has another. */
	name?: string;
}

/**
 * A lock file with the address of each package. Without them npm asks the registry for the list of all versions of every package before it
 * gets the one it wants: 3,400 requests and 311 MB more. They cannot stand in the file itself, which is for any registry.
 */
export function withAddresses(lock: string, registries: Registries): string {
	const whole = JSON.parse(lock) as { packages: Record<string, Locked> };
	for (const [folder, locked] of Object.entries(whole.packages)) {
		if (folder !== '')
			locked.resolved ??= addressOf(locked.name ?? folder.slice(folder.lastIndexOf(MODULES) + MODULES.length), locked, registries);
	}
	return JSON.stringify(whole);
}

const MODULES = 'node_modules/';

function addressOf(name: string, { version = '' }: Locked, registries: Registries): string {
	const [scope = '', plain = name] = name.startsWith('@') ? name.split('/') : [];
	const registry = registries[`${scope}:registry`] ?? registries.registry;
	return `${String(registry).replace(/\/$/, '')}/${name}/-/${plain}-${version}.tgz`;
}
