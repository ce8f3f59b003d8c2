import type { TableRequest } from '../../support/tables';
import type { ActiveTrigger } from './kit';
import { HOUR, idsOf, MINUTE, NEVER, pass, READ, send, tableOf, trigger, world } from './world';

const here = world();

/** A trigger that has polled once. */
async function listening(): Promise<ActiveTrigger> {
	const one = trigger(here);
	await one.poll();
	here.tables.requests.length = 0;
	return one;
}

/** After which row a request reads on: the highest of its conditions on `id`. */
function readsAfter({ query }: TableRequest): number {
	const { filters } = JSON.parse(new URLSearchParams(query).get('filter') ?? '{}') as { filters: { columnName: string; value: number }[] };
	return Math.max(...filters.filter(({ columnName }) => columnName === 'id').map(({ value }) => value));
}

/** After which row the last poll looked for new rows. */
function newRowsAfter(): number {
	const isLook = ({ method, query }: TableRequest): boolean =>
		method === 'GET' && query.includes('final') && !/sentAt|learntAt/.test(query);
	const found = here.tables.requests.filter(isLook).map(readsAfter)[0] ?? -1;
	here.tables.requests.length = 0;
	return found;
}

describe('reading new rows', () => {
	it('reads on after the last, and for two minutes where one before it is not there yet', async () => {
		const one = await listening();
		await send(here, [NEVER, NEVER]);
		await one.poll();
		here.tables.requests.length = 0;
		await one.poll();
		expect(newRowsAfter()).toBe(2);
		pass(here, MINUTE);
		await send(here, [NEVER, NEVER]);
		tableOf(here)?.rows.splice(2, 1);
		await one.poll();
		pass(here, 2 * MINUTE);
		here.tables.requests.length = 0;
		await one.poll();
		expect(newRowsAfter()).toBe(2);
		pass(here, 1);
		await one.poll();

		expect(newRowsAfter()).toBe(4);
	});

	it('sees a row that shows up after one with a higher ID', async () => {
		const one = await listening();
		const [late] = await send(here, [READ]);
		const hidden = tableOf(here)?.rows ?? [];
		await send(here, [NEVER]).catch(() => undefined);
		const all = tableOf(here)?.rows ?? [];
		Object.assign(tableOf(here) ?? {}, { rows: all.filter((row) => row !== hidden[0]) });
		pass(here, 2 * MINUTE);
		await one.poll();
		Object.assign(tableOf(here) ?? {}, { rows: all });
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([late?.messageId]);
	});

	it('looks for a row behind a young one, though the one behind it is old', async () => {
		const one = await listening();
		await send(here, [NEVER, NEVER, NEVER]);
		pass(here, 10 * MINUTE);
		tableOf(here)?.rows.splice(1, 1);
		const [first] = tableOf(here)?.rows ?? [];
		Object.assign(first?.cells ?? {}, { sentAt: new Date(here.now).toISOString() });
		await one.poll();
		here.tables.requests.length = 0;
		await one.poll();

		expect(newRowsAfter()).toBe(1);
	});

	it('leaves out rows somebody emptied by hand, and goes past them', async () => {
		const one = await listening();
		await send(here, [READ, READ, READ]);
		pass(here, 8 * HOUR);
		const [first, second] = tableOf(here)?.rows ?? [];
		Object.assign(first?.cells ?? {}, { messageId: null });
		Object.assign(second?.cells ?? {}, { sentAt: null });

		expect(await one.poll()).toHaveLength(1);
		expect(here.simulator.requests.at(-1)?.recipients).toBe(1);
		here.tables.requests.length = 0;
		await one.poll();
		expect(newRowsAfter()).toBe(3);
	});

	it('reads 600 rows in three pages', async () => {
		const one = await listening();
		const sent = await send(
			here,
			Array.from({ length: 600 }, () => READ),
		);
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual(idsOf(sent));
		expect(here.simulator.requests.at(-1)?.recipients).toBe(100);
	});
});
