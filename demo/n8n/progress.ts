import { access } from 'node:fs/promises';
import path from 'node:path';

import heavy from './lock/heavy.json';
import type { Report } from './watch';

const INTERVAL = 2000;
/** What the packages that are not in `lock/heavy.json` cost on average. */
const USUAL = 0.8;

/**
 * The folders that npm will fill, read from a lock file, and how much work each is: most of it is writing files, so packages count by size and
 * number of files. Without a lock file nobody knows.
 *
 * @returns paths relative to the project's folder; packages for other platforms are left out
 */
export function workIn(lock: string | undefined): Map<string, number> {
	if (lock === undefined) return new Map();
	const { packages } = JSON.parse(lock) as { packages: Record<string, { optional?: boolean }> };
	const weights: Readonly<Record<string, number>> = heavy;
	const needed = Object.entries(packages).filter(([folder, { optional }]) => folder !== '' && optional !== true);
	return new Map(needed.map(([folder]) => [folder, weights[folder] ?? USUAL]));
}

/**
 * Watches npm fill the folders, and reports each twentieth of the way, with the time that is left. Without folders there is nothing to watch.
 *
 * @returns a function that ends the watching
 */
export function watchProgress(folder: string, work: ReadonlyMap<string, number>, report: Report): () => void {
	if (work.size === 0) {
		report('Downloading (some minutes, once)');
		return () => undefined;
	}
	// npm first thinks for a while; what is left is reckoned from its first package on.
	let first: { at: number; part: number } | undefined;
	const all = [...work.values()].reduce((sum, one) => sum + one, 0);
	let reported = 0;
	const look = async (): Promise<void> => {
		const part = (await doneIn(folder, work)) / all;
		if (part > 0) first ??= { at: Date.now(), part };
		const twentieth = Math.floor(20 * part);
		if (first === undefined || twentieth <= reported) return;
		reported = twentieth;
		report(
			`Downloading: ${5 * twentieth} % of ${work.size} packages, ${timeLeft(Date.now() - first.at, part - first.part, 1 - part)}`,
			part,
		);
	};
	report(`Downloading ${work.size} packages (some minutes, once)`, 0);
	const timer = setInterval(() => void look(), INTERVAL);
	return () => {
		clearInterval(timer);
	};
}

/** How long the rest takes, in words, when a part of the whole has taken so many milliseconds. */
export function timeLeft(passed: number, part: number, rest: number): string {
	const minutes = Math.round(((passed / part) * rest) / 60_000);
	if (!Number.isFinite(minutes)) return 'some minutes left';
	if (minutes < 1) return 'less than a minute left';
	return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}

async function doneIn(folder: string, work: ReadonlyMap<string, number>): Promise<number> {
	const looks = [...work].map(async ([name, weight]) =>
		access(path.join(folder, name, 'package.json')).then(
			() => weight,
			() => 0,
		),
	);
	return (await Promise.all(looks)).reduce((sum, one) => sum + one, 0);
}
