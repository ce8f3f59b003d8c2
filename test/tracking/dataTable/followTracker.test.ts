import { FollowedRows } from '../../../nodes/CascadeMessaging/tracking/dataTable/followedRows';
import { FollowTracker } from '../../../nodes/CascadeMessaging/tracking/dataTable/followTracker';
import { outcomeColumns } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import type { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import type { Wish } from '../../../nodes/CascadeMessaging/tracking/following';
import type { Asker } from '../../../nodes/CascadeMessaging/tracking/poll';
import { calls, dataTables, HOUR, iso, message, rows, START } from '../support/dataTables';
import { inTrouble, leftOut, mockedGateway, notReached } from '../support/gateway';

jest.mock('../../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const here = dataTables();
const gateway = mockedGateway();
const MINUTE = 60_000;
const WISH: Wish = { engagements: ['read', 'linkOpened', 'unsubscribed'], followFor: 72 * HOUR, campaignName: '' };

const says = (messageId: string, viber: string, changedAt: string | null = '2026-12-01 09:05:00') => ({
	record: { messageId, state: 'deliver', changedAt, channels: { viber: { state: viber, price: 1 } } },
});

/** A table with messages 1, 2, … that Viber has delivered, learnt 1, 2, … milliseconds after the start. */
async function delivered(count: number, viber = 'deliver'): Promise<MessageTable> {
	const { messages } = await openTables(here.context, here.store, 'account');
	await messages.add(Array.from({ length: count }, (_, index) => message(String(index + 1), { sentAt: iso(index) })));
	const channels = { viber: { outcome: 'delivered', state: viber, price: 1 } } as const;
	for (let id = 1; id <= count; id += 1) {
		const status = { outcome: 'delivered', state: 'deliver', deliveredBy: 'viber', totalPrice: 1, channels };
		await messages.change([id], { ...outcomeColumns(status as never), changedAt: '2026-12-01T09:00:30+00:00', learntAt: iso(id) });
	}
	calls(here);
	return messages;
}

/** One poll of a trigger that has followed since the start, or since another moment. */
async function ask(tracker: FollowTracker, table: MessageTable, wish: Partial<Wish> = {}, since = iso()): Promise<unknown> {
	const asker = { context: here.context, account: { key: 'account', timeZone: 'UTC' }, asking: { deadline: here.now + 25_000 } };
	return await tracker.askAndWrite(table, asker as unknown as Asker, { wish: { ...WISH, ...wish }, since });
}
const asked = (): (readonly string[])[] => gateway.asked.splice(0).filter((ids) => ids.length > 0);
const eventsIn = () => rows(here).map(({ read, linkOpened, unsubscribed }) => [read, linkOpened, unsubscribed]);

it('writes what the final answer said already, without a question', async () => {
	const table = await delivered(1, 'read');
	here.now = START + MINUTE;
	await ask(new FollowTracker(), table);

	expect(asked()).toEqual([]);
	expect(rows(here)).toMatchObject([{ read: '2026-12-01T09:00:30.000Z', readLearntAt: iso(MINUTE), linkOpened: null }]);
});

it('asks when a message is due, and writes what is new, all that is equal at once', async () => {
	const table = await delivered(3);
	const tracker = new FollowTracker();
	here.now = START + 9 * MINUTE;
	await ask(tracker, table);
	expect(asked()).toEqual([]);
	gateway.says
		.set('1', says('1', 'link'))
		.set('2', says('2', 'link'))
		.set('3', says('3', 'read', null));
	here.now = START + 11 * MINUTE;
	calls(here);
	await ask(tracker, table);

	expect(asked()).toEqual([['1', '2', '3']]);
	expect(calls(here)).toEqual(['GET /ID/rows', 'PATCH /ID/rows/update', 'PATCH /ID/rows/update']);
	const at = '2026-12-01T09:05:00.000Z';
	expect(eventsIn()).toEqual([
		[at, at, null],
		[at, at, null],
		[iso(11 * MINUTE), null, null],
	]);
	expect(rows(here)[0]).toMatchObject({ state: 'deliver', channels: expect.stringContaining('"link"') as string });
	here.now += 9 * MINUTE;
	await ask(tracker, table);
	expect(asked()).toEqual([]);
});

it('keeps what it cannot write, and does not ask about it again', async () => {
	const table = await delivered(1);
	const tracker = new FollowTracker();
	here.now = START + HOUR;
	gateway.says.set('1', says('1', 'unsubscribe'));
	here.tables.isFull = true;
	await expect(ask(tracker, table)).rejects.toMatchObject({ code: 'tablesFull' });
	here.tables.isFull = false;
	expect(asked()).toEqual([['1']]);
	await ask(tracker, table);

	expect(asked()).toEqual([]);
	expect(rows(here)).toMatchObject([{ unsubscribed: '2026-12-01T09:05:00.000Z', unsubscribedLearntAt: iso(HOUR + 1) }]);
});

it('writes the largest groups while there is time, and the rest in the next poll', async () => {
	const table = await delivered(3);
	const tracker = new FollowTracker();
	here.now = START + HOUR;
	gateway.says.set('1', says('1', 'unsubscribe')).set('2', says('2', 'read')).set('3', says('3', 'read'));
	here.tables.before = ({ method }) => {
		if (method === 'PATCH') here.now += HOUR;
	};
	await ask(tracker, table);
	expect(eventsIn().map(([read, , unsubscribed]) => [read !== null, unsubscribed !== null])).toEqual([
		[false, false],
		[true, false],
		[true, false],
	]);
	here.tables.before = () => undefined;
	await ask(tracker, table, { engagements: ['unsubscribed'] });

	expect(rows(here)[0]).toMatchObject({ unsubscribed: '2026-12-01T09:05:00.000Z' });
});

it.each([
	['tells of trouble, and asks again at once', inTrouble('Denied.'), { code: 'accessDenied' }, [['1'], ['1']]],
	['asks again at once what there was no time for', notReached, undefined, [['1'], ['1']]],
	['takes what is left out for no news', leftOut, undefined, [['1']]],
	['takes an unknown ID for no news', says('1', 'Сообщение с таким ID не принималось', null), undefined, [['1']]],
])('%s', async (_name, reply, trouble, questions) => {
	const table = await delivered(1);
	const tracker = new FollowTracker();
	here.now = START + HOUR;
	gateway.says.set('1', reply);
	const found = await ask(tracker, table);
	await ask(tracker, table);

	if (trouble === undefined) expect(found).toBeUndefined();
	else expect(found).toMatchObject(trouble);
	expect(asked()).toEqual(questions);
	expect(eventsIn()).toEqual([[null, null, null]]);
});

it('asks for each trigger about what that one follows, and once for all', async () => {
	const table = await delivered(3);
	const tracker = new FollowTracker();
	here.now = START + HOUR;
	await ask(tracker, table, {}, iso(2));
	expect(asked()).toEqual([['3']]);
	await ask(tracker, table, { engagements: ['read'] });
	expect(asked()).toEqual([['1', '2']]);
	await ask(tracker, table, { campaignName: 'Spring' });

	expect(asked()).toEqual([]);
});

it('asks for a trigger about nothing that was delivered before it began to follow, though another reads it', async () => {
	const table = await delivered(3);
	const tracker = new FollowTracker();
	here.now = START + HOUR;
	await ask(tracker, table, { campaignName: 'Spring' });
	await ask(tracker, table, {}, iso(2));

	expect(asked()).toEqual([['3']]);
});

it('knows after a restart what stands in the table', async () => {
	const table = await delivered(2);
	await table.change([1], { read: iso(), readLearntAt: iso(), linkOpened: iso(), linkOpenedLearntAt: iso() });
	here.now = START + HOUR;
	gateway.says.set('1', says('1', 'link')).set('2', says('2', 'link'));
	await ask(new FollowTracker(), table, { engagements: ['linkOpened'] });

	expect(asked()).toEqual([['2']]);
	expect(rows(here)[0]).toMatchObject({ linkOpened: iso() });
});

it('forgets what is removed, and what nobody follows any more', async () => {
	const table = await delivered(2);
	const tracker = new FollowTracker();
	here.now = START + HOUR;
	await ask(tracker, table);
	expect(asked()).toEqual([['1', '2']]);
	tracker.forgetOutBefore(iso(1));
	here.now += HOUR;
	await ask(tracker, table);
	expect(asked()).toEqual([['2']]);
	here.now = START + 72 * HOUR + 2;
	await ask(tracker, table);

	expect(asked()).toEqual([]);
});

it('holds what some trigger awaits, and nothing else', async () => {
	const table = await delivered(3);
	const held = new FollowedRows();
	const tracker = new FollowTracker(undefined, held);
	here.now = START + HOUR;
	await ask(tracker, table, { engagements: ['read'] });
	expect([...held.byId.keys()]).toEqual(['1', '2', '3']);
	gateway.says.set('1', says('1', 'read')).set('2', says('2', 'link'));
	here.now += HOUR;
	await ask(tracker, table, { engagements: ['read'] });
	await ask(tracker, table, { engagements: ['read'] });

	expect([...held.byId.keys()]).toEqual(['3']);
	await ask(tracker, table, { engagements: ['unsubscribed'], campaignName: 'Spring' });
	expect([...held.byId.keys()]).toEqual(['3']);
});

it('reads once more what nobody awaited, when a trigger wants to hear more of it', async () => {
	const table = await delivered(2);
	const tracker = new FollowTracker();
	here.now = START + HOUR;
	gateway.says.set('1', says('1', 'read'));
	await ask(tracker, table, { engagements: ['read'] });
	await ask(tracker, table, { engagements: ['read'] });
	expect(asked()).toEqual([['1', '2']]);
	gateway.says.set('1', says('1', 'link'));
	await ask(tracker, table, { engagements: ['linkOpened'] });

	expect(asked()).toEqual([['1']]);
	expect(eventsIn()).toEqual([
		['2026-12-01T09:05:00.000Z', '2026-12-01T09:05:00.000Z', null],
		[null, null, null],
	]);
	calls(here);
	await ask(tracker, table, { engagements: ['linkOpened'] });
	expect(calls(here)).toEqual(['GET /ID/rows']);
});

it('reads once more what was too old to be followed, when a trigger follows for longer', async () => {
	const table = await delivered(1);
	const tracker = new FollowTracker();
	here.now = START + 2 * HOUR;
	await ask(tracker, table, { followFor: HOUR });
	expect(asked()).toEqual([]);
	await ask(tracker, table, { followFor: 3 * HOUR });

	expect(asked()).toEqual([['1']]);
});

it('goes on with what was handed over long ago, and went out later', async () => {
	const table = await delivered(1);
	await table.change([1], { sentAt: iso(-40 * 24 * HOUR), sendAt: iso() });
	const tracker = new FollowTracker();
	await ask(tracker, table);
	tracker.forgetOutBefore(iso());
	here.now += HOUR;
	await ask(tracker, table);

	expect(asked()).toEqual([['1']]);
});

it('names a message once that was handed over again, and writes into both rows', async () => {
	const table = await delivered(1);
	const tracker = new FollowTracker();
	await ask(tracker, table);
	await table.add([message('1')]);
	const channels = { viber: { outcome: 'delivered', state: 'deliver', price: 1 } } as const;
	await table.change([2], {
		...outcomeColumns({ outcome: 'delivered', state: 'deliver', deliveredBy: 'viber', totalPrice: 1, channels } as never),
		learntAt: iso(5),
	});
	here.now = START + HOUR;
	gateway.says.set('1', says('1', 'read'));
	await ask(tracker, table);

	expect(asked()).toEqual([['1']]);
	expect(rows(here).map(({ read }) => read)).toEqual(['2026-12-01T09:05:00.000Z', '2026-12-01T09:05:00.000Z']);
});
