import { outcomeColumns } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import type { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { readUnreported } from '../../../nodes/CascadeMessaging/tracking/dataTable/unreported';
import { calls, dataTables, iso, message, tableNamed } from '../support/dataTables';

const here = dataTables();
const FINAL = outcomeColumns({
	...{ messageId: '', outcome: 'delivered', final: true, state: 'deliver', changedAt: null },
	...{ deliveredBy: 'sms', engagement: null, channels: {}, totalPrice: null },
});
const cursor = { reportedUpTo: iso(100), timedOutUpTo: iso(0) };

/** A table of messages 1, 2, … that were sent 1, 2, … milliseconds after the start; those given have become final at a moment. */
async function tableOf(count: number, learnt: Readonly<Record<number, number>>): Promise<MessageTable> {
	const { messages } = await openTables(here.context, here.store, 'account');
	await messages.add(Array.from({ length: count }, (_, index) => message(String(index + 1), { sentAt: iso(index + 1) })));
	for (const [rowId, moment] of Object.entries(learnt)) await messages.change([Number(rowId)], { ...FINAL, learntAt: iso(moment) });
	calls(here);
	return messages;
}

const told = (reports: readonly { messageId: string; outcome: string }[]) =>
	reports.map(({ messageId, outcome }) => `${messageId} ${outcome}`);

it('are outcomes that were learnt since, in the order of the rows; the cursor then stands at the last of them', async () => {
	const { reports, reached } = await readUnreported(await tableOf(4, { 1: 103, 2: 100, 3: 102, 4: 101 }), cursor, cursor.timedOutUpTo);

	expect(told(reports)).toEqual(['1 delivered', '3 delivered', '4 delivered']);
	expect(reached).toEqual({ reportedUpTo: iso(103), timedOutUpTo: iso(0) });
	expect(calls(here)).toEqual(['GET /ID/rows']);
});

it('are messages whose time is up, behind the outcomes', async () => {
	const { reports, reached } = await readUnreported(await tableOf(4, { 2: 101 }), cursor, iso(3));

	expect(told(reports)).toEqual(['2 delivered', '1 timeout', '3 timeout']);
	expect(reached).toEqual({ reportedUpTo: iso(101), timedOutUpTo: iso(3) });
	expect(calls(here)).toEqual(['GET /ID/rows', 'GET /ID/rows', 'GET /ID/rows']);
});

it('are not messages that were told as timed out before they became final; the cursor passes them', async () => {
	const { reports, reached } = await readUnreported(await tableOf(3, { 1: 101, 2: 102 }), { ...cursor, timedOutUpTo: iso(2) }, iso(2));

	expect(reports).toEqual([]);
	expect(reached).toEqual({ reportedUpTo: iso(102), timedOutUpTo: iso(2) });
});

it('are outcomes of scheduled messages, whose time counts from when they go out', async () => {
	const table = await tableOf(1, {});
	await table.add([2, 3].map((id) => message(String(id), { sentAt: iso(id), sendAt: iso(10 * id) })));
	await table.change([2], { ...FINAL, learntAt: iso(101) });

	expect(told((await readUnreported(table, { ...cursor, timedOutUpTo: iso(19) }, iso(30))).reports)).toEqual(['2 delivered', '3 timeout']);
	expect(told((await readUnreported(table, { ...cursor, timedOutUpTo: iso(20) }, iso(29))).reports)).toEqual([]);
});

it('stay where they are when nothing timed out: what another process has just written is not passed by', async () => {
	const table = await tableOf(1, { 1: 101 });

	expect(await readUnreported(table, { reportedUpTo: iso(101), timedOutUpTo: iso(0) }, iso(3))).toEqual({
		reports: [],
		reached: { reportedUpTo: iso(101), timedOutUpTo: iso(0) },
	});
});

it('are none where nothing is new: the cursor stays', async () => {
	expect(await readUnreported(await tableOf(2, { 1: 100 }), cursor, cursor.timedOutUpTo)).toEqual({ reports: [], reached: cursor });
});

it('name a message once that was handed over twice', async () => {
	const table = await tableOf(1, { 1: 101 });
	await table.add([message('1', { sentAt: iso(2) })]);
	await table.change([2], { ...FINAL, learntAt: iso(102) });

	expect(told((await readUnreported(table, cursor, cursor.timedOutUpTo)).reports)).toEqual(['1 delivered']);
});

it('read a moment that somebody put there by hand for what it says', async () => {
	const table = await tableOf(2, { 1: 101, 2: 101 });
	Object.assign(tableNamed(here, here.name)?.rows[1]?.cells ?? {}, { learntAt: 'tomorrow' });

	expect((await readUnreported(table, cursor, cursor.timedOutUpTo)).reached).toEqual({ reportedUpTo: 'tomorrow', timedOutUpTo: iso(0) });
});
