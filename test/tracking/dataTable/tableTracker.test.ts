import type { MessageTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/messageTable';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import type { GivingUp } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableTracker';
import { TableTracker } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableTracker';
import type { Asker } from '../../../nodes/CascadeMessaging/tracking/poll';
import { calls, dataTables, HOUR, iso, message, rows, START } from '../support/dataTables';
import { inState, inTrouble, mockedGateway } from '../support/gateway';

jest.mock('../../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const here = dataTables();
const gateway = mockedGateway();
const asker = { account: { timeZone: 'UTC' } } as Asker;

/** A tracker of messages that were sent so many milliseconds after the start, and their table. */
async function tracking(
	...moments: readonly number[]
): Promise<{ tracker: TableTracker; table: MessageTable; ask: () => Promise<unknown> }> {
	const { messages: table } = await openTables(here.context, here.store, 'account');
	await table.add(moments.map((moment, index) => message(String(index + 1), { sentAt: iso(moment) })));
	const tracker = new TableTracker();
	await tracker.readNewRows(table);
	return { tracker, table, ask: async () => await tracker.askAndWrite(table, asker) };
}

/** What a trigger gives up that gives up after an hour, from a moment on. */
const givingUp = (after = -HOUR): GivingUp => ({ after: iso(after), upTo: new Date(here.now - HOUR).toISOString(), giveUpAfter: HOUR });

describe('asking and writing', () => {
	it('writes what became final, and asks about it no more', async () => {
		const { ask } = await tracking(0, 1);
		gateway.says.set('1', inState('1', 'deliver', '2026-12-01 08:59:00'));
		expect(await ask()).toBeUndefined();
		here.now += HOUR;
		await ask();

		expect(gateway.asked).toEqual([['1', '2'], ['2']]);
		expect(rows(here)).toMatchObject([
			{ outcome: 'delivered', final: true, changedAt: '2026-12-01T08:59:00+00:00', learntAt: iso() },
			{ outcome: 'inProgress', final: false, learntAt: null },
		]);
	});

	it('asks about a message again when it is handed over again', async () => {
		const { tracker, table, ask } = await tracking(0);
		gateway.says.set('1', inState('1', 'deliver'));
		await ask();
		await table.add([message('1', { sentAt: iso(1) })]);
		await tracker.readNewRows(table);
		await ask();

		expect(gateway.asked).toEqual([['1'], ['1']]);
		expect(rows(here).map(({ final }) => final)).toEqual([true, true]);
	});

	it('does not ask about what is final already but could not be written', async () => {
		const { ask } = await tracking(0, 1);
		gateway.says.set('1', inState('1', 'deliver'));
		here.tables.isFull = true;
		await expect(ask()).rejects.toMatchObject({ code: 'tablesFull' });
		here.tables.isFull = false;
		here.now += HOUR;
		await ask();

		expect(gateway.asked).toEqual([['1', '2'], ['2']]);
		expect(rows(here).map(({ final }) => final)).toEqual([true, false]);
	});

	it('does not ask about what has not gone out', async () => {
		const { tracker, table, ask } = await tracking(0);
		await table.add([message('2', { sendAt: iso(HOUR) })]);
		await tracker.readNewRows(table);
		await ask();
		here.now += HOUR;
		await ask();

		expect(gateway.asked).toEqual([['1'], ['2', '1']]);
	});

	it('tells why some could not be asked', async () => {
		const { ask } = await tracking(0);
		gateway.says.set('1', inTrouble('Denied.'));

		expect(await ask()).toEqual({ code: 'accessDenied', message: 'Denied.' });
	});
});

describe('giving up', () => {
	it('asks at once about what was last answered for before its time was up, and about nothing else', async () => {
		const { tracker, ask } = await tracking(-1, 0, 1);
		here.now = START + HOUR - 2;
		await ask();
		here.now = START + HOUR;
		tracker.demandAnswers(givingUp(-1));
		await ask();

		expect(gateway.asked).toEqual([['1', '2', '3'], ['2']]);
	});

	it('goes as far as the gateway has answered since time was up', async () => {
		const { tracker, ask } = await tracking(0, 1, 2);
		expect(tracker.timedOutUpTo(givingUp(-5))).toBe(iso(-5));
		here.now = START + HOUR + 1;
		expect(tracker.timedOutUpTo(givingUp(-5))).toBe(iso(-5));
		await ask();

		expect(tracker.timedOutUpTo(givingUp(-5))).toBe(iso(1));
		expect(tracker.timedOutUpTo(givingUp(1))).toBe(iso(1));
	});

	it('does not go past the first message without an answer, nor past one sent in the same moment', async () => {
		const { tracker, ask } = await tracking(3, 1, 0, 1, 2);
		here.now = START + HOUR + 9;
		for (const id of ['2', '5']) gateway.says.set(id, inTrouble('Denied.'));
		await ask();

		expect(tracker.timedOutUpTo(givingUp())).toBe(iso(0));
		gateway.says.delete('2');
		await ask();
		expect(tracker.timedOutUpTo(givingUp())).toBe(iso(1));
		gateway.says.clear();
		await ask();
		expect(tracker.timedOutUpTo(givingUp())).toBe(iso(3));
	});

	it('counts from when scheduled messages go out', async () => {
		const { tracker, table, ask } = await tracking(0);
		await table.add([message('2', { sendAt: iso(2) }), message('3', { sentAt: iso(3), sendAt: iso(1) })]);
		await tracker.readNewRows(table);
		here.now = START + HOUR + 2;
		await ask();

		expect([-5, 0, 2].map((after) => tracker.timedOutUpTo(givingUp(after)))).toEqual([iso(2), iso(2), iso(2)]);
		here.now += 1;
		expect(tracker.timedOutUpTo(givingUp(2))).toBe(iso(2));
		tracker.demandAnswers(givingUp(2));
		await ask();
		expect(tracker.timedOutUpTo(givingUp(2))).toBe(iso(3));
		expect(gateway.asked).toEqual([['1', '2', '3'], ['3']]);
	});

	it('changes nothing when it is asked how far it goes', async () => {
		const { tracker, ask } = await tracking(0);
		here.now = START + HOUR - 1;
		await ask();
		here.now = START + HOUR;
		tracker.timedOutUpTo(givingUp());
		await ask();

		expect(gateway.asked).toEqual([['1'], []]);
	});
});

describe('starting over', () => {
	it('reads all rows again, and forgets when older ones are due', async () => {
		const { tracker, table, ask } = await tracking(0, 1);
		await ask();
		tracker.startOver(iso(1));
		await ask();
		await tracker.readNewRows(table);
		await ask();

		expect(gateway.asked).toEqual([['1', '2'], [], ['1']]);
	});

	it('forgets nothing of what went out later', async () => {
		const { tracker, table, ask } = await tracking();
		await table.add([message('1', { sentAt: iso(-40 * HOUR), sendAt: iso() })]);
		await tracker.readNewRows(table);
		await ask();
		tracker.startOver(iso());
		await tracker.readNewRows(table);
		await ask();

		expect(gateway.asked).toEqual([['1'], []]);
	});

	it('begins with the first row again', async () => {
		const { tracker, table } = await tracking(0, 0);
		here.now = START + HOUR;
		await tracker.readNewRows(table);
		calls(here);
		tracker.startOver(iso());
		await tracker.readNewRows(table);

		expect(decodeURIComponent(here.tables.requests[0]?.query ?? '')).toContain('{"columnName":"id","condition":"gt","value":0}');
	});

	it('drops final states that were not written: they are asked about again', async () => {
		const { tracker, table, ask } = await tracking(0);
		gateway.says.set('1', inState('1', 'deliver'));
		here.tables.isFull = true;
		await expect(ask()).rejects.toMatchObject({ code: 'tablesFull' });
		here.tables.isFull = false;
		tracker.startOver(iso(1));
		await tracker.readNewRows(table);
		await ask();

		expect(gateway.asked).toEqual([['1'], ['1']]);
		expect(rows(here)).toMatchObject([{ final: true }]);
	});
});
