import { FollowedRows } from '../../../nodes/CascadeMessaging/tracking/dataTable/followedRows';
import type { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import type { Row } from '../../../nodes/CascadeMessaging/tracking/dataTable/row';
import { iso } from '../support/dataTables';

/** A table of messages that Viber delivered, and the moments since which it was asked about. */
function tableOf(rows: readonly Row[]): { table: MessageTable; asked: string[] } {
	const asked: string[] = [];
	const deliveredSince = async (_channel: string, since: string): Promise<Row[]> => {
		asked.push(since);
		return await Promise.resolve(rows.filter(({ learntAt }) => !(String(learntAt) < since)));
	};
	return { table: { deliveredSince } as unknown as MessageTable, asked };
}

const row = (id: number, changes: object = {}): Row => ({ id, messageId: `m${id}`, learntAt: iso(id), ...changes });
const idsOf = (rows: readonly Row[]): number[] => rows.map(({ id }) => id);

it('reads rows however many they are, each once', async () => {
	const learntAt = iso();
	const { table } = tableOf(Array.from({ length: 200_000 }, (_, index): Row => ({ id: index + 1, messageId: `m${index + 1}`, learntAt })));
	const followed = new FollowedRows();

	expect(await followed.readNew(table, '')).toHaveLength(200_000);
	expect(await followed.readNew(table, '')).toEqual([]);
	expect(followed.byId.size).toBe(200_000);
});

it('holds what is known of a message', async () => {
	const followed = new FollowedRows();
	await followed.readNew(tableOf([row(1, { campaign: 'Autumn', sentAt: iso(), readLearntAt: iso(5) }), row(2)]).table, '');

	expect([...followed.byId.values()]).toEqual([
		{ messageId: 'm1', campaignName: 'Autumn', outAt: iso(), followedSince: iso(1), known: ['read'], rowIds: [1] },
		{ messageId: 'm2', campaignName: null, outAt: '', followedSince: iso(2), known: [], rowIds: [2] },
	]);
});

it('goes on from the newest it has read; it goes back only where somebody wants to know more of the past', async () => {
	const { table, asked } = tableOf([row(1), row(9), row(5)]);
	const followed = new FollowedRows();

	expect(idsOf(await followed.readNew(table, iso(4)))).toEqual([9, 5]);
	expect(idsOf(await followed.readNew(table, iso(6)))).toEqual([]);
	expect(idsOf(await followed.readNew(table, iso()))).toEqual([1]);
	await followed.readNew(table, iso());
	expect(asked).toEqual([iso(4), iso(9), iso(), iso(9)]);
});

it('reads all of it again when told to, for messages that were forgotten', async () => {
	const { table, asked } = tableOf([row(1), row(9)]);
	const followed = new FollowedRows();
	await followed.readNew(table, iso());
	followed.forget('m1');
	followed.readAgain();

	expect(idsOf(await followed.readNew(table, iso(4)))).toEqual([1]);
	expect(asked).toEqual([iso(), iso()]);
});

it.each([
	['no message ID', { messageId: null }],
	['no time', { learntAt: null }],
	['a time that is none', { learntAt: 'yesterday' }],
])('passes over a row with %s', async (_, changes) => {
	const followed = new FollowedRows();

	expect(idsOf(await followed.readNew(tableOf([row(1, changes), row(2)]).table, ''))).toEqual([2]);
	expect([...followed.byId.keys()]).toEqual(['m2']);
});

it('of a message that was handed over again, has both rows, what either knows, and the earlier time', async () => {
	const followed = new FollowedRows();
	const again = row(2, { messageId: 'm1', linkOpenedLearntAt: iso(7) });
	expect(idsOf(await followed.readNew(tableOf([row(1, { readLearntAt: iso(5) }), again]).table, ''))).toEqual([1, 2]);

	expect(followed.byId.get('m1')).toMatchObject({ rowIds: [1, 2], known: ['read', 'linkOpened'], followedSince: iso(1) });
});

it('learns and forgets of messages it has', async () => {
	const followed = new FollowedRows();
	await followed.readNew(tableOf([row(1, { readLearntAt: iso(5) })]).table, '');
	followed.learn('m1', ['read', 'linkOpened']);
	followed.learn('m7', ['read']);
	expect([...followed.byId.values()]).toMatchObject([{ messageId: 'm1', known: ['read', 'linkOpened'] }]);
	followed.forget('m1');

	expect(followed.byId.size).toBe(0);
});
