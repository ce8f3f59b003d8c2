import { stat } from 'node:fs/promises';
import path from 'node:path';

import { queuePrograms } from '../../test/e2e/queue/programs';
import { putUpQueue, startWorker } from '../../test/e2e/queue/queueMode';
import { makeCredential } from '../../test/e2e/workflows';
import type { World } from '../../test/e2e/world';
import { putUp } from '../../test/e2e/world';
import type { Cut } from './campaign';
import { publishCampaign, sendCampaign } from './campaign';
import type { Use } from './meter';
import { meter } from './meter';

/** A campaign, and the n8n that is to send it. */
export interface Case extends Cut {
	/** 0 is n8n as it comes: one process and SQLite. Else queue mode, with PostgreSQL. */
	workers: number;
	/** Whether n8n keeps the data of executions that went well, as it does unless told otherwise. */
	saved: boolean;
	/** How large the heap of each process may become, MiB; left out, as large as Node.js lets it. */
	heap?: number;
}

/** What a campaign took. */
export interface Figures {
	/** From the first call until the last execution has ended. */
	seconds: number;
	/** What the processes that send used, each for itself. */
	uses: readonly Use[];
	/** Processor time of the gateway, seconds. */
	gateway: number;
	/** What the database has grown by, bytes; 0 in queue mode, where it is not looked at. */
	stored: number;
}

/** How late the gateway answers, seconds. */
const LATENCY = 0.02;

/**
 * Sends a campaign with an n8n of its own.
 *
 * @throws Error when an execution fails, n8n runs out of memory, or redis and postgresql are missing
 */
export async function measure(one: Case): Promise<Figures> {
	const { world, pids } = await putUpFor(one);
	try {
		world.simulator.faults.set({ fault: 'slow', operation: 'send', seconds: LATENCY });
		const workflow = await publishCampaign(world, await makeCredential(world, 'memory'));
		const meters = await Promise.all(pids.map(meter));
		const database = await databaseSize(world);
		const before = process.cpuUsage();
		const seconds = await sendCampaign(world, workflow, one);
		const { user, system } = process.cpuUsage(before);
		const uses = await Promise.all(meters.map(async (read) => await read()));
		return { seconds, uses, gateway: (user + system) / 1e6, stored: (await databaseSize(world)) - database };
	} finally {
		await world.close();
	}
}

async function putUpFor({ workers, saved, heap }: Case): Promise<{ world: World; pids: readonly number[] }> {
	const environment = {
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: saved ? 'all' : 'none',
		...(heap !== undefined && { NODE_OPTIONS: `--max-old-space-size=${heap}` }),
	};
	if (workers === 0) {
		const world = await putUp(0, environment);
		return { world, pids: [world.pid()] };
	}
	const programs = await queuePrograms();
	if (typeof programs === 'string') throw new Error(programs);
	const world = await putUpQueue(programs, 0, environment);
	const further = await Promise.all(Array.from({ length: workers - 1 }, async () => await startWorker(world)));
	return { world, pids: [world.worker, ...further].map(({ pid }) => pid) };
}

/** The size of n8n's SQLite file, bytes. */
async function databaseSize({ folder }: World): Promise<number> {
	const file = await stat(path.join(folder, '.n8n', 'database.sqlite')).catch(() => undefined);
	return file?.size ?? 0;
}
