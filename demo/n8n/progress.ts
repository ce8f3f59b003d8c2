import { access } from 'node:fs/promises';
import path from 'node:path';

const intervalInMs = 2000;

/**
 * The folders that npm will fill, read from a lock file; without one nobody knows.
 *
 * @returns paths relative to the project's folder; packages for other platforms are left out
 */
export function packagesIn(lock: string | undefined): string[] {
	if (lock === undefined) return [];
	const { packages } = JSON.parse(lock) as { packages: Record<string, { optional?: boolean }> };
	return Object.entries(packages).flatMap(([folder, { optional }]) => (folder === '' || optional === true ? [] : [folder]));
}

/**
 * Watches npm fill the folders, and reports each tenth of the way. Without folders there is nothing to watch.
 *
 * @returns a function that ends the watching
 */
export function watchProgress(folder: string, packages: string[], report: (line: string) => void): () => void {
	if (packages.length === 0) {
		report('Downloading (some minutes, once)');
		return () => undefined;
	}
	let reported = 0;
	const look = async (): Promise<void> => {
		const there = await countThere(folder, packages);
		const tenth = Math.floor((10 * there) / packages.length);
		if (tenth <= reported) return;
		reported = tenth;
		report(`Downloading: ${there} of ${packages.length} packages`);
	};
	report(`Downloading ${packages.length} packages (some minutes, once)`);
	const timer = setInterval(() => void look(), intervalInMs);
	return () => {
		clearInterval(timer);
	};
}

async function countThere(folder: string, packages: string[]): Promise<number> {
	const files = packages.map((name) => path.join(folder, name, 'package.json'));
	const found = await Promise.allSettled(files.map((file) => access(file)));
	return found.filter(({ status }) => status === 'fulfilled').length;
}
