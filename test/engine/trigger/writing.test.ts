import type { ActiveTrigger } from './kit';
import { HOUR, idsOf, MINUTE, NOT_DELIVERED, pass, READ, rows, SECOND, send, trigger, world } from './world';

const here = world();

/** A trigger that has polled once. */
async function listening(): Promise<ActiveTrigger> {
	const one = trigger(here);
	await one.poll();
	here.tables.requests.length = 0;
	return one;
}

/** The requests that changed rows, since the last call. */
function writes(): { rows: number; values: Record<string, unknown> }[] {
	const patches = here.tables.requests.filter(({ method, path }) => method === 'PATCH' && !path.includes('triggers'));
	here.tables.requests.length = 0;
	return patches.map(({ body }) => {
		const { filter, data } = body as { filter: { filters: unknown[] }; data: Record<string, unknown> };
		return { rows: filter.filters.length, values: data };
	});
}

describe('writing final states', () => {
	it('takes one request for the moment and one for the outcome, however many messages share them', async () => {
		const one = await listening();
		await send(here, [READ, READ, READ]);
		pass(here, 8 * HOUR);
		const [report] = await one.poll();

		expect(writes()).toEqual([
			{ rows: 3, values: { changedAt: report?.changedAt } },
			{
				rows: 3,
				values: expect.objectContaining({ outcome: 'delivered', final: true, learntAt: new Date(here.now).toISOString() }) as object,
			},
		]);
	});

	it('puts 900 rows at most into one request', async () => {
		const one = await listening();
		const sent = await send(
			here,
			Array.from({ length: 1000 }, () => READ),
		);
		pass(here, 8 * HOUR);

		expect(await one.poll()).toHaveLength(sent.length);
		expect(writes().map((write) => write.rows)).toEqual([900, 100, 900, 100]);
	});

	it('changes each row once although it was read again', async () => {
		const one = await listening();
		await send(here, [READ]);
		await one.poll();
		await one.poll();
		writes();
		pass(here, 8 * HOUR);
		await one.poll();

		expect(writes().map((write) => write.rows)).toEqual([1, 1]);
	});

	it('begins with the moment most messages share; what there is no time for is written by the next poll', async () => {
		const one = await listening();
		const [early] = await send(here, [READ]);
		pass(here, MINUTE);
		const late = await send(here, [READ, READ]);
		pass(here, 8 * HOUR);
		here.tables.before = ({ method }) => {
			if (method === 'PATCH') here.now += 15 * SECOND + 1;
		};
		const reports = await one.poll();
		here.tables.before = () => undefined;

		expect(idsOf(reports)).toEqual(idsOf(late));
		expect(idsOf(await one.poll())).toEqual([early?.messageId]);
	});

	it('goes on writing for 15 seconds', async () => {
		const one = await listening();
		await send(here, [READ]);
		pass(here, MINUTE);
		await send(here, [READ, READ]);
		pass(here, 8 * HOUR);
		const isFirst = { patch: true };
		here.tables.before = ({ method }) => {
			if (method !== 'PATCH' || !isFirst.patch) return;
			isFirst.patch = false;
			here.now += 15 * SECOND;
		};

		expect(await one.poll()).toHaveLength(3);
	});

	it('notes a later moment each time, even within one millisecond, so that no trigger overlooks the second', async () => {
		const [one, two] = [await listening(), await listening()];
		const [first] = await send(here, [READ]);
		pass(here, 8 * HOUR);
		expect(idsOf(await one.poll())).toEqual([first?.messageId]);
		const [second] = await send(here, [NOT_DELIVERED]);
		here.simulator.clock.advance(8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([second?.messageId]);
		expect(idsOf(await two.poll())).toEqual([first?.messageId, second?.messageId]);
		expect(rows(here).map(({ learntAt }) => learntAt)).toEqual([new Date(here.now).toISOString(), new Date(here.now + 1).toISOString()]);
	});

	it('asks no more about what is written', async () => {
		const one = await listening();
		await send(here, [READ]);
		pass(here, 8 * HOUR);
		await one.poll();
		const asked = here.simulator.requests.length;
		pass(here, 8 * HOUR);
		await one.poll();

		expect(here.simulator.requests).toHaveLength(asked);
	});
});
