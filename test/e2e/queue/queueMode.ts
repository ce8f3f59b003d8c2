import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { isRecord } from '../../../demo/json';
import type { N8nServer } from '../../../demo/n8n/server';
import { freePort } from '../../../demo/ports';
import type { World } from '../world';
import { putUp, until } from '../world';
import type { Database } from './postgres';
import { startPostgres } from './postgres';
import type { QueuePrograms } from './programs';
import type { Server } from './redis';
import { startRedis } from './redis';

/** An n8n in queue mode: a main process, and a worker that runs what webhooks and triggers start. */
export interface QueueWorld extends World {
	worker: N8nServer;
}

/**
 * Puts up redis, postgresql, n8n and its worker. All of it is gone after `close`, and when something does not start.
 *
 * @param workerEnvironment further variables of the worker
 */
export async function putUpQueue(
	programs: QueuePrograms,
	speed: number,
	workerEnvironment: Record<string, string> = {},
): Promise<QueueWorld> {
	const folder = await mkdtemp(path.join(tmpdir(), 'cascade-messaging-queue-'));
	const ends: (() => Promise<void>)[] = [async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 })];
	const close = async (): Promise<void> => await endAll(ends.splice(0).reverse());
	try {
		const redis = await startRedis(programs.redisServer, folder, path.join(folder, 'redis.log'));
		ends.push(redis.stop);
		// Another user owns the database, so it stands beside the folder with the logs, not in it.
		const data = `${folder}-data`;
		await mkdir(data);
		ends.push(async () => await rm(data, { recursive: true, force: true, maxRetries: 3 }));
		const log = path.join(folder, 'postgres.log');
		const database = await startPostgres(programs.postgresFolder, data, log, AbortSignal.timeout(60_000));
		ends.push(database.stop);
		const world = await putUp(speed, queueEnvironment(redis, database));
		ends.push(async () => await world.close());
		return { ...world, worker: await startWorker(world, workerEnvironment), close };
	} catch (error) {
		await close();
		throw error;
	}
}

function queueEnvironment(redis: Server, database: Database): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(database.port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: database.user,
		DB_POSTGRESDB_PASSWORD: database.password,
		N8N_ENCRYPTION_KEY: randomBytes(12).toString('hex'),
	};
}

/** Ends one after another, and goes on when one of them cannot be ended. */
async function endAll(ends: readonly (() => Promise<void>)[]): Promise<void> {
	const troubles: unknown[] = [];
	for (const end of ends) await end().catch((trouble: unknown) => troubles.push(trouble));
	if (troubles.length > 0) throw new AggregateError(troubles, 'Not all could be ended.');
}

/** Starts a worker and waits until it takes jobs. */
export async function startWorker(world: World, environment: Record<string, string> = {}): Promise<N8nServer> {
	const port = await freePort('the worker');
	const worker = await world.startAlso(['worker', '--concurrency=5'], {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		...environment,
	});
	const isUp = async (): Promise<boolean> => {
		const answer = await fetch(`http://127.0.0.1:${port}/healthz/readiness`).catch(() => undefined);
		const body: unknown = await answer?.json().catch(() => undefined);
		return answer?.ok === true && isRecord(body) && body.status === 'ok';
	};
	const ready = until(isUp, (is) => is, 60);
	if (await Promise.race([ready, worker.unasked])) return worker;
	throw new Error('The worker did not become ready within a minute.');
}
