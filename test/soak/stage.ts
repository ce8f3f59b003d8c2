import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Cleanup } from '../../demo/cleanup';
import { installN8n } from '../../demo/n8n/install';
import type { PackedPackage } from '../../demo/n8n/package';
import { installPackage, packProject } from '../../demo/n8n/package';
import type { Session } from '../../demo/n8n/session';
import { openSession } from '../../demo/n8n/session';
import { n8nVersion } from '../../demo/n8n/versions';
import { step } from '../../demo/step';
import type { Simulator } from '../../simulator';
import type { Collector } from './collector';
import { startCollector } from './collector';
import { startGateway } from './gateway';
import type { Lives } from './lives';
import { startLives } from './lives';
import type { SoakOptions } from './options';
import { furnish } from './workflows';

/** Everything that is up in a soak run. */
export interface Stage {
	packed: PackedPackage;
	simulator: Simulator;
	collector: Collector;
	lives: Lives;
	session: Session;
	/** Where n8n notes its memory. */
	memoryFile: string;
}

/** n8n registers webhooks a moment after it says that a workflow is active. */
const ACTIVATION = 3000;

/** Puts everything up in a fresh folder. Whatever is up is entered in `cleanup` at once. */
export async function putUp({ store, faults }: SoakOptions, cleanup: Cleanup, signal: AbortSignal): Promise<Stage> {
	const installed = await step(`n8n ${n8nVersion}, with a Node.js of its own`, (report) => installN8n({ report, signal }));
	const folder = await freshFolder(cleanup);
	const packed = await step('This package, built and packed', (report) => packProject(folder, { report, signal }));
	const simulator = await startGateway(faults);
	cleanup.add(() => simulator.close());
	const collector = await startCollector();
	cleanup.add(() => collector.close());
	const memoryFile = path.join(folder, 'memory.jsonl');
	const lives = await step('n8n with the package', async () => {
		await installPackage(packed, folder, signal);
		const filesFolder = path.join(folder, 'files');
		await mkdir(filesFolder);
		return await startLives({ installed, userFolder: folder, filesFolder, signal }, memoryFile);
	});
	cleanup.add(() => lives.stop());
	const session = await step('Owner account, credential and workflows', async () => {
		const opened = await openSession(lives.url);
		await furnish({ session: opened, store, gatewayUrl: simulator.url, collectorUrl: collector.url });
		await wait(ACTIVATION, undefined, { signal });
		return opened;
	});
	return { packed, simulator, collector, lives, session, memoryFile };
}

async function freshFolder(cleanup: Cleanup): Promise<string> {
	const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'cascade-messaging-soak-'));
	cleanup.add(async ({ failed, tell }) => {
		if (failed) tell(`For a closer look, everything n8n kept is in ${folder}.`);
		else await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	});
	return folder;
}
