import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Cleanup } from '../../demo/cleanup';
import { installN8n } from '../../demo/n8n/install';
import { installPackage, packProject } from '../../demo/n8n/package';
import { startN8n } from '../../demo/n8n/server';
import type { Session } from '../../demo/n8n/session';
import { openSession } from '../../demo/n8n/session';

/** A large execution is read back over n8n's API at once. */
const EXTRA = { NODE_OPTIONS: '--max-old-space-size=4096' };

/** Starts a real n8n with this package in a fresh folder, and logs in. Whatever is up is entered in `cleanup` at once. */
export async function startRealN8n(report: (line: string) => void, cleanup: Cleanup, signal: AbortSignal): Promise<Session> {
	const watch = { report, signal };
	const installed = await installN8n(watch);
	const userFolder = await mkdtemp(path.join(await realpath(tmpdir()), 'cascade-messaging-bench-'));
	cleanup.add(() => rm(userFolder, { recursive: true, force: true, maxRetries: 3 }));
	await installPackage(await packProject(userFolder, watch), userFolder, signal);
	const filesFolder = path.join(userFolder, 'files');
	await mkdir(filesFolder);
	report('Starting n8n');
	const n8n = await startN8n({ installed, userFolder, filesFolder, extra: EXTRA, signal });
	cleanup.add(() => n8n.stop());
	return await openSession(n8n.url);
}
