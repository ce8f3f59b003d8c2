import { createHash } from 'node:crypto';
import path from 'node:path';

/** What the choice of the cache folder depends on. */
export interface Machine {
	platform: NodeJS.Platform;
	env: Readonly<Record<string, string | undefined>>;
	home: string;
}

/**
 * The project's folder among the user's caches: under `XDG_CACHE_HOME` where it is set, else where the system keeps caches
 * (`~/.cache`, `~/Library/Caches`, `%LOCALAPPDATA%`).
 *
 * @returns an absolute path; the folder may not exist yet
 */
export function cacheFolder({ platform, env, home }: Machine): string {
	const paths = platform === 'win32' ? path.win32 : path.posix;
	const name = 'n8n-nodes-cascade-messaging';
	const wished = env.XDG_CACHE_HOME;
	// The XDG specification asks to ignore a relative path.
	if (wished !== undefined && paths.isAbsolute(wished)) return paths.join(wished, name);
	if (platform === 'darwin') return paths.join(home, 'Library', 'Caches', name);
	if (platform === 'win32') return paths.join(env.LOCALAPPDATA ?? paths.join(home, 'AppData', 'Local'), name, 'Cache');
	return paths.join(home, '.cache', name);
}

/** What names one installation of n8n. */
interface Installation {
	n8nVersion: string;
	nodeVersion: string;
	/** e.g. `linux-x64` */
	platform: string;
	/** The text of the lock file: another lock is another installation. */
	lock: string;
}

/** The folder name of an installation: its versions and platform in plain words, and a short digest of everything the lock pins. */
export function installationName({ n8nVersion, nodeVersion, platform, lock }: Installation): string {
	const digest = createHash('sha256').update(lock).digest('hex').slice(0, 8);
	return `n8n-${n8nVersion}-node-${nodeVersion}-${platform}-${digest}`;
}
