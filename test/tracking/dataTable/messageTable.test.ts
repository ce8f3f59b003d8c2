import { outcomeColumns } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import { where } from '../../../nodes/CascadeMessaging/tracking/dataTable/row';
import { findTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableList';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { dataTables, iso, message, rows } from '../support/dataTables';

const here = dataTables();
const FINAL = outcomeColumns({
	...{ messageId: '', outcome: 'delivered', final: true, state: 'deliver', changedAt: null },
	...{ deliveredBy: 'sms', engagement: null, channels: {}, totalPrice: null },
});

/** The messages of two accounts in one table. */
async function twoAccounts(): Promise<[ours: MessageTable, theirs: MessageTable]> {
	const { messages } = await openTables(here.context, here.store, 'ours');
	const table = await findTable(here.api, here.name);
	if (table === undefined) throw new Error('The table was just made.');
	return [messages, new MessageTable(table, 'theirs')];
}

const idsOf = (found: readonly Record<string, unknown>[]): unknown[] => found.map(({ messageId }) => messageId);

it('writes a message with the account it was sent with', async () => {
	const [ours, theirs] = await twoAccounts();
	await ours.add([message('1'), message('2', { campaignName: 'Autumn' })]);
	await theirs.add([message('3')]);

	expect(rows(here)).toMatchObject([
		{ messageId: '1', account: 'ours', campaign: null, outcome: 'inProgress', final: false },
		{ messageId: '2', account: 'ours', campaign: 'Autumn' },
		{ messageId: '3', account: 'theirs' },
	]);
	expect(ours.id).toBe(here.tables.database.containing(here.name).find(({ name }) => name === here.name)?.id);
});

describe('the rows of its own account', () => {
	it('without a final state are read from after a row on', async () => {
		const [ours, theirs] = await twoAccounts();
		await ours.add([message('1'), message('2'), message('3'), message('4')]);
		await theirs.add([message('5')]);
		await ours.change([3], FINAL);

		expect(idsOf((await ours.inProgressPage(0)).rows)).toEqual(['1', '2', '4']);
		expect(idsOf((await ours.inProgressPage(1)).rows)).toEqual(['2', '4']);
		expect(await ours.inProgressPage(4)).toEqual({ rows: [], isLast: true });
		expect(idsOf((await theirs.inProgressPage(0)).rows)).toEqual(['5']);
	});

	it('with a final state are read from when it was learnt on', async () => {
		const [ours, theirs] = await twoAccounts();
		await ours.add([1, 2, 3, 4].map((id) => message(String(id), { sentAt: iso(id) })));
		await theirs.add([message('5', { sentAt: iso(5) })]);
		await ours.change([1, 2, 3, 5], { ...FINAL, learntAt: iso(10) });
		await ours.change([2], { learntAt: iso(11) });
		const since = async (learnt: number) => idsOf(await ours.finalSince(iso(learnt)));

		expect(await since(9)).toEqual(['1', '2', '3']);
		expect(await since(10)).toEqual(['2']);
		expect(await since(11)).toEqual([]);
		expect(idsOf(await theirs.finalSince(iso(9)))).toEqual(['5']);
	});

	it('without a final state are read by when they went out', async () => {
		const [ours, theirs] = await twoAccounts();
		await ours.add([1, 2, 3, 4].map((id) => message(String(id), { sentAt: iso(id) })));
		await theirs.add([message('5', { sentAt: iso(3) })]);
		await ours.change([2], FINAL);

		expect(idsOf(await ours.inProgressBetween(iso(1), iso(3)))).toEqual(['3']);
		expect(idsOf(await ours.inProgressBetween(iso(0), iso(4)))).toEqual(['1', '3', '4']);
		expect(idsOf(await theirs.inProgressBetween(iso(0), iso(4)))).toEqual(['5']);
	});

	it('without a final state are read by what they are scheduled for, where that is later', async () => {
		const [ours] = await twoAccounts();
		await ours.add([
			message('1', { sentAt: iso(1), sendAt: iso(5) }),
			message('2', { sentAt: iso(2), sendAt: iso(3) }),
			message('3', { sentAt: iso(3), sendAt: iso(1) }),
			message('4', { sentAt: iso(4) }),
		]);

		expect(idsOf(await ours.inProgressBetween(iso(0), iso(2)))).toEqual([]);
		expect(idsOf(await ours.inProgressBetween(iso(2), iso(3)))).toEqual(['2', '3']);
		expect(idsOf(await ours.inProgressBetween(iso(3), iso(5)))).toEqual(['1', '4']);
		expect(idsOf(await ours.inProgressBetween(iso(0), iso(5)))).toEqual(['1', '2', '3', '4']);
	});

	it('of which the last that meets all conditions is wanted', async () => {
		const [ours, theirs] = await twoAccounts();
		await ours.add([message('1', { campaignName: 'Autumn' }), message('2')]);
		await theirs.add([message('3', { campaignName: 'Autumn' })]);

		expect(await ours.last()).toMatchObject({ messageId: '2' });
		expect(await ours.last(where('campaign', 'eq', 'Autumn'))).toMatchObject({ messageId: '1' });
		expect(await ours.last(where('campaign', 'eq', 'Autumn'), where('final', 'eq', true))).toBeUndefined();
	});

	it('are removed when they went out before a moment', async () => {
		const [ours, theirs] = await twoAccounts();
		await theirs.add([message('1')]);
		await ours.add([message('2'), message('3', { sentAt: iso(1) })]);
		await ours.removeOutBefore(iso(1));

		expect(idsOf(rows(here))).toEqual(['1', '3']);
	});

	it('are not removed before they go out, nor before their time after that is up', async () => {
		const [ours] = await twoAccounts();
		await ours.add([
			message('late', { sendAt: iso(3) }),
			message('soon', { sendAt: iso(1) }),
			message('gone by', { sentAt: iso(2), sendAt: iso() }),
		]);
		await ours.removeOutBefore(iso(2));
		expect(idsOf(rows(here))).toEqual(['late', 'gone by']);
		await ours.removeOutBefore(iso(3));
		expect(idsOf(rows(here))).toEqual(['late']);
		await ours.removeOutBefore(iso(4));

		expect(rows(here)).toEqual([]);
	});
});
