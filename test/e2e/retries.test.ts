import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { dig } from '../../demo/json';
import { queuePrograms } from './queue/programs';
import type { QueueWorld } from './queue/queueMode';
import { putUpQueue, startWorker } from './queue/queueMode';
import { idsFor, idsIn, messagesFor, publishBatch, publishBoth, runBatch, startHanging } from './retries/batch';
import { ended, endedAs, retry, stop, storedData } from './retries/buttons';
import type { Credential } from './workflows';
import { makeCredential } from './workflows';
import type { World } from './world';
import { putUp } from './world';

const STOPPED = 'The execution was cancelled manually';
const CRASHED = 'Workflow did not finish, possible out-of-memory issue';

const GIVEN_UP =
	'This execution failed to be processed too many times and will no longer retry. To allow this execution to complete, please break down your workflow or scale up your workers or adjust your worker settings.';

/** The gateway turns away the nth request from now. */
const turnAway = (world: World, nth: number): string => world.simulator.faults.set({ fault: 'status-429', nth });

describe('n8n in one process', () => {
	let world: World;
	let credential: Credential;
	before(async () => {
		world = await putUp(1);
		credential = await makeCredential(world, 'memory');
	});
	after(async () => await world.close());
	beforeEach(() => {
		world.simulator.faults.clear();
	});

	it('remembers between the tries of Retry On Fail', async () => {
		const onCanvas = { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 };
		const batch = await publishBatch(world, credential, { numbered: false, onCanvas });
		turnAway(world, 2);
		turnAway(world, 4);
		const execution = await runBatch(world, batch);

		assert.equal(execution.status, 'success');
		assert.deepEqual(messagesFor(world, batch), [1, 1, 1]);
		assert.deepEqual(idsIn(execution), idsFor(world, batch));
	});

	it('remembers when a failed execution is retried, and when that retry is', async () => {
		const batch = await publishBatch(world, credential, { numbered: false });
		turnAway(world, 2);
		turnAway(world, 4);
		const failed = await runBatch(world, batch);
		const again = await retry(world, failed.id);
		const third = await retry(world, again.id);

		assert.deepEqual([failed.status, again.status, third.status], ['error', 'error', 'success']);
		assert.deepEqual(messagesFor(world, batch), [1, 1, 1]);
		assert.deepEqual(idsIn(third), idsFor(world, batch));
	});

	it('forgets what the first retry sent when the same failed execution is retried twice', async () => {
		const batches = await publishBoth(world, credential);
		const second = [];
		for (const batch of batches) {
			turnAway(world, 2);
			const failed = await runBatch(world, batch);
			assert.equal((await retry(world, failed.id)).status, 'success');
			second.push(await retry(world, failed.id));
		}

		assert.deepEqual(
			batches.map((batch) => messagesFor(world, batch)),
			[
				[1, 2, 2],
				[1, 1, 1],
			],
		);
		const [, numbered] = second.map(idsIn);
		assert.deepEqual(numbered, [idsFor(world, batches[1])[0], 'repeat', 'repeat']);
	});

	it('forgets everything at a Stop, and shows the retry as failed although all went well', async () => {
		const batches = await publishBoth(world, credential);
		const retried = [];
		for (const batch of batches) {
			const id = await startHanging(world, batch);
			assert.equal((await stop(world, id)).status, 'canceled');
			assert.deepEqual(messagesFor(world, batch), [1, 1, 0]);
			assert.deepEqual(dig(await storedData(world, id), 'executionData', 'contextData'), {});
			retried.push(await retry(world, id));
		}

		assert.deepEqual(
			retried.map(({ status, message }) => [status, message]),
			[
				['error', STOPPED],
				['error', STOPPED],
			],
		);
		assert.deepEqual(
			batches.map((batch) => messagesFor(world, batch)),
			[
				[2, 2, 1],
				[1, 1, 1],
			],
		);
		assert.deepEqual(idsIn(retried[1]), ['repeat', 'repeat', idsFor(world, batches[1])[2]]);
	});

	it('forgets everything in a power cut', async () => {
		const batches = await publishBoth(world, credential);
		const ids = [await startHanging(world, batches[0]), await startHanging(world, batches[1])];
		await world.restart('kill');
		const crashed = await Promise.all(ids.map(async (id) => await ended(world, id)));
		const sentByItself = batches.map((batch) => messagesFor(world, batch));
		const retried = [await retry(world, ids[0] ?? ''), await retry(world, ids[1] ?? '')];

		assert.deepEqual(
			crashed.map(({ status, message }) => [status, message]),
			[
				['crashed', CRASHED],
				['crashed', CRASHED],
			],
		);
		assert.deepEqual(sentByItself, [
			[1, 1, 0],
			[1, 1, 0],
		]);
		assert.deepEqual(
			retried.map(({ status }) => status),
			['success', 'success'],
		);
		assert.deepEqual(
			batches.map((batch) => messagesFor(world, batch)),
			[
				[2, 2, 1],
				[1, 1, 1],
			],
		);
		assert.deepEqual(idsIn(retried[1]), ['repeat', 'repeat', idsFor(world, batches[1])[2]]);
	});
});

describe('n8n in queue mode', async () => {
	const programs = await queuePrograms();
	if (typeof programs === 'string') {
		// In CI they have to be there: a skipped test proves nothing.
		it('has the programs it needs', { skip: process.env.CI_RUN_MARK === undefined ? programs : false }, () => assert.fail(programs));
		return;
	}
	/** A worker that is gone is noticed within seconds instead of a minute. */
	const impatient = {
		QUEUE_WORKER_LOCK_DURATION: '5000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
		QUEUE_WORKER_STALLED_INTERVAL: '1000',
	};
	let world: QueueWorld;
	let credential: Credential;
	before(async () => {
		world = await putUpQueue(programs, 1, impatient);
		credential = await makeCredential(world, 'memory');
	});
	after(async () => await world.close());
	beforeEach(() => {
		world.simulator.faults.clear();
	});

	it('may forget at a Stop: client numbers keep everybody from a second message', async () => {
		const batch = await publishBatch(world, credential, { numbered: true });
		const id = await startHanging(world, batch);
		assert.equal((await stop(world, id)).status, 'canceled');
		await retry(world, id);

		const [first, hung, unsent = 0] = messagesFor(world, batch);
		assert.deepEqual([first, hung], [1, 1]);
		assert.ok(unsent <= 1);
	});

	it('gives up the jobs of a killed worker: nobody sends them again, nor does the Retry button', async () => {
		const batches = await publishBoth(world, credential);
		const ids = [await startHanging(world, batches[0]), await startHanging(world, batches[1])];
		await world.worker.kill();
		await startWorker(world, impatient);
		// The new worker calls them crashed, until the main hears that their jobs are lost.
		const given = await Promise.all(ids.map(async (id) => await endedAs('error', world, id)));
		const retried = [await retry(world, ids[0] ?? ''), await retry(world, ids[1] ?? '')];

		assert.deepEqual(
			[...given, ...retried].map(({ message }) => message),
			[GIVEN_UP, GIVEN_UP, GIVEN_UP, GIVEN_UP],
		);
		assert.deepEqual(
			batches.map((batch) => messagesFor(world, batch)),
			[
				[1, 1, 0],
				[1, 1, 0],
			],
		);
		const anew = [await runBatch(world, batches[0]), await runBatch(world, batches[1])];
		assert.deepEqual(
			batches.map((batch) => messagesFor(world, batch)),
			[
				[2, 2, 1],
				[1, 1, 1],
			],
		);
		assert.deepEqual(idsIn(anew[1]), ['repeat', 'repeat', idsFor(world, batches[1])[2]]);
	});
});
