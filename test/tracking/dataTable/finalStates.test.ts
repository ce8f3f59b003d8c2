import type { Status } from '../../../nodes/CascadeMessaging/protocol';
import { FinalStates } from '../../../nodes/CascadeMessaging/tracking/dataTable/finalStates';
import type { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import { stoppedClock } from '../support/clock';
import { iso, START } from '../support/dataTables';

const clock = stoppedClock();

const status = (messageId: string, outcome: Status['outcome'], changedAt: string | null = 'T1'): Status => ({
	...{ messageId, outcome, final: true, state: outcome, changedAt, deliveredBy: null, engagement: null, channels: {}, totalPrice: null },
});

/** A table that notes what is changed; each change may take time, or fail. */
function tableThat(during: (change: number) => void = () => undefined) {
	const changes: [rowIds: readonly number[], values: Record<string, unknown>][] = [];
	const change = async (rowIds: readonly number[], values: Record<string, unknown>): Promise<void> => {
		changes.push([rowIds, values]);
		during(changes.length);
		await Promise.resolve();
	};
	return { table: { change } as unknown as MessageTable, changes };
}

/** A message has the row of its own number. */
const rowIdsOf = (messageId: string): number[] => [Number(messageId)];
const written = (outcome: string, learntAt: string) => ({
	outcome,
	state: outcome,
	deliveredBy: null,
	totalPrice: null,
	channels: '{}',
	final: true,
	learntAt,
});

it('writes the moment before the outcome, and what is equal together', async () => {
	const { table, changes } = tableThat();
	const finals = new FinalStates();
	finals.add([status('1', 'delivered'), status('2', 'delivered', 'T2'), status('3', 'expired', 'T2'), status('4', 'delivered', 'T2')]);
	const ids = await finals.write(table, (id) => (id === '1' ? [1, 11] : rowIdsOf(id)));

	expect(changes).toEqual([
		[[2, 3, 4], { changedAt: 'T2' }],
		[[1, 11], { changedAt: 'T1' }],
		[[2, 4, 1, 11], written('delivered', iso())],
		[[3], written('expired', iso())],
	]);
	expect([...ids].sort()).toEqual(['1', '2', '3', '4']);
});

it('knows what it has not written yet', async () => {
	const { table, changes } = tableThat();
	const finals = new FinalStates();
	finals.add([status('1', 'delivered')]);
	expect([finals.has('1'), finals.has('2')]).toEqual([true, false]);
	await finals.write(table, rowIdsOf);
	expect(finals.has('1')).toBe(false);
	changes.length = 0;

	expect(await finals.write(table, rowIdsOf)).toEqual([]);
	expect(changes).toEqual([]);
});

it('forgets what it has not written', async () => {
	const { table, changes } = tableThat();
	const finals = new FinalStates();
	finals.add([status('1', 'delivered')]);
	finals.clear();

	expect(finals.has('1')).toBe(false);
	expect(await finals.write(table, rowIdsOf)).toEqual([]);
	expect(changes).toEqual([]);
});

it.each([
	[15_000, ['2', '3', '1']],
	[15_001, ['2', '3']],
])('begins no moment but the first later than 15 seconds after the beginning: after %d ms it has written %j', async (milliseconds, ids) => {
	const { table } = tableThat((change) => {
		if (change === 1) clock.now += milliseconds;
	});
	const finals = new FinalStates();
	finals.add([status('1', 'delivered'), status('2', 'delivered', 'T2'), status('3', 'delivered', 'T2')]);

	expect(await finals.write(table, rowIdsOf)).toEqual(ids);
	expect(finals.has('1')).toBe(!ids.includes('1'));
	expect(await finals.write(table, rowIdsOf)).toEqual(ids.includes('1') ? [] : ['1']);
});

it('learns at a later moment each time, even within one millisecond', async () => {
	const { table, changes } = tableThat();
	const finals = new FinalStates();
	const moments = [];
	for (const [id, at] of [
		['1', START],
		['2', START],
		['3', START - 5],
		['4', START + 9],
	] as const) {
		clock.now = at;
		finals.add([status(id, 'delivered')]);
		await finals.write(table, rowIdsOf);
		moments.push(changes.at(-1)?.[1].learntAt);
	}

	expect(moments).toEqual([iso(0), iso(1), iso(2), iso(9)]);
});

it.each([1, 2, 3])('takes nothing for written when change %d fails', async (failing) => {
	const error = new Error('No room');
	const { table } = tableThat((change) => {
		if (change === failing) throw error;
	});
	const finals = new FinalStates();
	finals.add([status('1', 'delivered'), status('2', 'delivered', 'T2')]);

	await expect(finals.write(table, rowIdsOf)).rejects.toBe(error);
	expect([finals.has('1'), finals.has('2')]).toEqual([true, true]);
	expect(await finals.write(tableThat().table, rowIdsOf)).toEqual(['1', '2']);
});
