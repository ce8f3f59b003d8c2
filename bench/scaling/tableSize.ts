import { setTimeout as wait } from 'node:timers/promises';

import { dig } from '../../demo/json';
import { makeCredential, publishTrigger, reportsOf } from '../../test/e2e/workflows';
import type { World } from '../../test/e2e/world';
import { putUp, until } from '../../test/e2e/world';
import { publishCampaign, sendCampaign } from './campaign';

/** What a message takes in n8n's data tables, bytes. */
export interface RowSize {
	/** While its outcome is not known. */
	waiting: number;
	/** Once the trigger has written its outcome down. */
	final: number;
}

const MESSAGES = 10_000;

/** Gateway seconds in a real one: all is delivered by the first poll. */
const SPEED = 60;

/** n8n measures its tables anew after five seconds. */
const STALE = 6000;

/** Sends to a data table, has the trigger report all of it, and asks n8n each time how large the table is. n8n keeps it in SQLite. */
export async function measureTable(): Promise<RowSize> {
	const world = await putUp(SPEED);
	try {
		const credential = await makeCredential(world, 'dataTable');
		await sendCampaign(world, await publishCampaign(world, credential), { executions: 1, items: MESSAGES });
		const waiting = await bytesPerMessage(world);
		const trigger = await publishTrigger(world, credential);
		const reported = async (): Promise<number> => (await reportsOf(world, trigger)).length;
		const found = await until(reported, (count) => count >= MESSAGES, 180, 5000);
		if (found < MESSAGES) throw new Error(`The trigger reported ${found} of ${MESSAGES} messages in three minutes.`);
		return { waiting, final: await bytesPerMessage(world) };
	} finally {
		await world.close();
	}
}

async function bytesPerMessage({ session }: World): Promise<number> {
	await wait(STALE);
	return Number(dig(await session.rest('GET', '/data-tables-global/limits'), 'data', 'totalBytes')) / MESSAGES;
}
