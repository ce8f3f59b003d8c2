import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { InstalledN8n } from '../../demo/n8n/install';
import { installN8n } from '../../demo/n8n/install';
import type { PackedPackage } from '../../demo/n8n/package';
import { installPackage, packProject } from '../../demo/n8n/package';
import type { Release } from '../../demo/n8n/releases';
import { currentRelease } from '../../demo/n8n/releases';
import type { N8nServer } from '../../demo/n8n/server';
import { startN8n } from '../../demo/n8n/server';
import type { Session } from '../../demo/n8n/session';
import { openSession } from '../../demo/n8n/session';
import { freePort } from '../../demo/ports';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';

/** A real n8n with the package, beside a gateway, both in the hands of a test. */
export interface World {
	simulator: Simulator;
	session: Session;
	installed: InstalledN8n;
	/** Where n8n keeps everything. */
	folder: string;
	/** The process of n8n, a new one after each restart. */
	pid(): number;
	/** Ends n8n, in good order or as a power cut would, and starts it again with all it had. */
	restart(how: 'stop' | 'kill'): Promise<void>;
	/** Starts a further process of the same n8n, such as a worker. */
	startAlso(command: readonly string[], extra?: Record<string, string>): Promise<N8nServer>;
	close(): Promise<void>;
}

const signal = AbortSignal.timeout(30 * 60_000);
const watch = { report: (): void => undefined, signal };

let prepared: Promise<{ installed: InstalledN8n; packed: PackedPackage }> | undefined;

async function prepare(release: Release): Promise<{ installed: InstalledN8n; packed: PackedPackage }> {
	const installed = await installN8n(watch, release);
	const folder = await mkdtemp(path.join(tmpdir(), 'cascade-messaging-package-'));
	process.once('exit', () => {
		rmSync(folder, { recursive: true, force: true });
	});
	return { installed, packed: await packProject(folder, watch) };
}

/** Puts up an n8n, the same release for all tests of a process, and a gateway whose time passes `speed` times as fast; `environment` is n8n's. */
export async function putUp(speed: number, environment: Record<string, string> = {}, release: Release = currentRelease): Promise<World> {
	prepared ??= prepare(release);
	const { installed, packed } = await prepared;
	const folder = await mkdtemp(path.join(tmpdir(), 'cascade-messaging-e2e-'));
	await mkdir(path.join(folder, 'files'));
	await installPackage(packed, folder, signal);
	const simulator = await startSimulator({ speed });
	const port = await freePort('n8n');
	const wish = { installed, userFolder: folder, filesFolder: path.join(folder, 'files'), extra: environment, signal };
	const others: N8nServer[] = [];
	const closeAround = async (): Promise<void> => {
		await simulator.close();
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	let n8n = await startN8n({ ...wish, port }).catch(async (error: unknown) => {
		await closeAround();
		throw error;
	});
	const session = await openSession(n8n.url);
	return {
		simulator,
		session,
		installed,
		folder,
		pid: () => n8n.pid,
		restart: async (how) => {
			await n8n[how]();
			n8n = await startN8n({ ...wish, port });
		},
		startAlso: async (command, extra = {}) => {
			const other = await startN8n({ ...wish, command, logName: `${command.join('-')}.log`, extra: { ...environment, ...extra } });
			others.push(other);
			return other;
		},
		close: async () => {
			await Promise.all([...others, n8n].map(async (one) => await one.stop()));
			await closeAround();
		},
	};
}

/** Asks again and again until the answer satisfies, at most so many seconds; returns the last answer either way. */
export async function until<T>(
	ask: () => Promise<T>,
	satisfies: (answer: T) => boolean,
	seconds: number,
	pauseMilliseconds = 1000,
): Promise<T> {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await ask();
		if (satisfies(answer) || Date.now() > end) return answer;
		await wait(pauseMilliseconds);
	}
}
