import { pollTable } from '../../../nodes/CascadeMessaging/tracking/dataTable/pollTable';
import { openTables } from '../../../nodes/CascadeMessaging/tracking/dataTable/tables';
import type { Findings, Poll } from '../../../nodes/CascadeMessaging/tracking/poll';
import { calls, dataTables, HOUR, iso, message, rows, START } from '../support/dataTables';
import { inState, inTrouble, mockedGateway } from '../support/gateway';
import { fakeN8n } from '../support/n8n';

jest.mock('../../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const here = dataTables();
const gateway = mockedGateway();
const DAY = 24 * HOUR;

/** One poll of a trigger that gives up after two hours. */
async function poll(changes: Partial<Poll> = {}): Promise<Findings> {
	const { context } = changes.context === undefined ? here : { context: changes.context };
	const one = {
		...{ context, triggerKey: 'w1:n1', activeSince: START, end: Infinity },
		account: { key: 'account', timeZone: 'UTC' },
		settings: { giveUpAfter: 2 * HOUR, followFor: 72 * HOUR, filter: { events: ['finalOutcome'], outcomes: [], campaignName: '' } },
		...changes,
	};
	return await pollTable(one as Poll, here.store);
}

const add = async (...messages: Parameters<typeof message>[]): Promise<void> => {
	const tables = await openTables(here.context, here.store, 'account');
	await tables.messages.add(messages.map((one) => message(...one)));
	calls(here);
};
const cursors = () => rows(here, `${here.name}_triggers`);
const told = ({ reports }: Findings): string[] => reports.map(({ messageId, outcome }) => `${messageId} ${outcome}`);

it('finds outcomes until they are settled, and not after the next poll has shown that n8n lived on', async () => {
	await poll();
	await add(['1', { sentAt: iso(1) }]);
	gateway.says.set('1', inState('1', 'deliver'));
	here.now += HOUR;
	expect(told(await poll())).toEqual(['1 delivered']);
	const found = await poll();
	expect(told(found)).toEqual(['1 delivered']);
	await found.settle(found.reports);
	expect(cursors()).toMatchObject([{ reportedUpTo: iso() }]);

	expect(told(await poll())).toEqual([]);
	expect(cursors()).toMatchObject([{ reportedUpTo: iso(HOUR), timedOutUpTo: iso(-2 * HOUR) }]);
	expect(gateway.asked.filter((ids) => ids.length > 0)).toEqual([['1']]);
});

it('loses nothing that is handed over while answers are judged: the next poll asks about it', async () => {
	await poll();
	await add(['1', { sentAt: iso(1) }], ['2', { sentAt: iso(1) }]);
	gateway.perWave = 1;
	for (const id of ['1', '3']) gateway.says.set(id, inState(id, 'deliver'));
	gateway.before = async () => {
		gateway.before = () => undefined;
		await add(['3', { sentAt: iso(2) }]);
	};
	here.now += HOUR;
	const found = await poll();
	await found.settle(found.reports);

	expect(told(found)).toEqual(['1 delivered']);
	expect(told(await poll())).toEqual(['3 delivered']);
	expect(gateway.asked.filter((ids) => ids.length > 0)).toEqual([['1', '2'], ['3']]);
});

it('moves the cursor at once past outcomes nobody wants to hear of', async () => {
	await poll();
	await add(['1', { sentAt: iso(1) }]);
	gateway.says.set('1', inState('1', 'deliver'));
	here.now += HOUR;
	const { settle } = await poll();
	await settle([]);

	expect(cursors()).toMatchObject([{ reportedUpTo: iso(HOUR) }]);
	expect(told(await poll())).toEqual([]);
});

it('writes no cursor when nothing is new', async () => {
	await poll();
	calls(here);
	const found = await poll();
	await found.settle([]);

	expect(found).toMatchObject({ reports: [], trouble: undefined });
	expect(calls(here)).toEqual(['GET', 'GET', 'GET /ID/rows', 'GET /ID/rows']);
});

describe('a new trigger', () => {
	it('has a cursor that says since when it is active and what is too old for it', async () => {
		await poll({ activeSince: START - 5 });

		expect(cursors()).toMatchObject([{ trigger: 'w1:n1', workflowName: 'Sending', reportedUpTo: iso(-5), timedOutUpTo: iso(-2 * HOUR) }]);
	});

	it('may stand in a workflow without a name', async () => {
		const { context } = fakeN8n({ credential: here.credential, workflow: { id: 'w1' } });
		await poll({ context });

		expect(cursors()).toMatchObject([{ trigger: 'w1:n1', workflowName: '' }]);
	});

	it('has a cursor of its own', async () => {
		await poll();
		await add(['1', { sentAt: iso(1) }]);
		gateway.says.set('1', inState('1', 'deliver'));
		here.now += HOUR;
		const found = await poll();
		await found.settle(found.reports);
		await poll();

		expect(told(await poll({ triggerKey: 'w2:n1' }))).toEqual(['1 delivered']);
	});
});

describe('a trigger that follows', () => {
	const settings: Poll['settings'] = {
		...{ giveUpAfter: 2 * HOUR, followFor: 72 * HOUR, protocol: 'json' as const, messagesPerRequest: 500 },
		filter: { events: ['finalOutcome', 'read'], outcomes: [], campaignName: '' },
	};
	const asking = { deadline: Infinity } as Poll['asking'];
	const says = (viber: string) => ({
		record: { messageId: '1', state: 'deliver', changedAt: null, channels: { viber: { state: viber, price: 1 } } },
	});
	const eventsOf = ({ reports }: Findings): string[] => reports.map(({ messageId, event }) => `${messageId} ${event}`);

	it('follows what it reports, though another was the first to hear of it', async () => {
		await poll();
		await add(['1', { sentAt: iso(1) }]);
		gateway.says.set('1', says('deliver'));
		here.now += HOUR;
		await poll();
		here.now += HOUR;
		gateway.says.set('1', says('read'));
		const late = { triggerKey: 'w2:n1', activeSince: START + 1, settings, asking };
		const found = await poll(late);
		expect(eventsOf(found)).toEqual(['1 finalOutcome', '1 read']);
		await found.settle(found.reports);

		expect(eventsOf(await poll(late))).toEqual([]);
		expect(cursors()[1]).toMatchObject({ followingSince: iso(1), reportedUpTo: rows(here)[0]?.readLearntAt });
	});

	it('finds an event until it is settled', async () => {
		await poll({ settings, asking });
		await add(['1', { sentAt: iso(1) }]);
		gateway.says.set('1', says('read'));
		here.now += HOUR;
		expect(eventsOf(await poll({ settings, asking }))).toEqual(['1 finalOutcome', '1 read']);

		expect(eventsOf(await poll({ settings, asking }))).toEqual(['1 finalOutcome', '1 read']);
	});

	it('tells why some could not be asked about', async () => {
		await poll({ settings, asking });
		await add(['1', { sentAt: iso(1) }]);
		gateway.says.set('1', says('deliver'));
		here.now += HOUR;
		await poll({ settings, asking });
		here.now += HOUR;
		gateway.says.set('1', inTrouble('Denied.'));

		expect(await poll({ settings, asking })).toMatchObject({ trouble: { message: 'Denied.' } });
	});
});

describe('giving up', () => {
	it('asks again about a message whose time is up, and reports it when there is no news', async () => {
		await poll();
		await add(['1', { sentAt: iso(1) }]);
		here.now = START + 2 * HOUR;
		await poll();
		here.now += 1;

		expect(told(await poll())).toEqual(['1 timeout']);
		expect(gateway.asked.filter((ids) => ids.length > 0)).toEqual([['1'], ['1']]);
	});

	it('does not go past a message the gateway could not be asked about', async () => {
		await poll();
		await add(['1', { sentAt: iso(1) }], ['2', { sentAt: iso(2) }]);
		here.now = START + 3 * HOUR;
		gateway.says.set('2', inTrouble('Denied.'));
		const found = await poll();
		await found.settle(found.reports);

		expect(told(found)).toEqual(['1 timeout']);
		expect(found.trouble).toMatchObject({ message: 'Denied.' });
		await poll();
		expect(cursors()).toMatchObject([{ timedOutUpTo: iso(1) }]);
		gateway.says.clear();
		expect(told(await poll())).toEqual(['2 timeout']);
	});
});

it('removes what is older than it is kept', async () => {
	await add(['1', { sentAt: iso(-30 * DAY - 1) }], ['2', { sentAt: iso(-30 * DAY) }]);
	await poll();

	expect(rows(here).map(({ messageId }) => messageId)).toEqual(['2']);
});

it('leaves the messages of another account alone', async () => {
	const theirs = await openTables(here.context, here.store, 'another');
	await theirs.messages.add([message('1', { sentAt: iso(-31 * DAY) }), message('2')]);
	gateway.says.set('2', inState('2', 'deliver'));

	expect(told(await poll())).toEqual([]);
	expect(gateway.asked).toEqual([[]]);
	expect(rows(here)).toMatchObject([
		{ messageId: '1', final: false },
		{ messageId: '2', final: false },
	]);
});

it('throws when the table cannot be used', async () => {
	await poll();
	here.tables.database.rename(here.tables.database.containing(here.name).find(({ name }) => name === here.name)?.id ?? '', 'renamed');

	await expect(poll()).rejects.toMatchObject({ name: 'N8nApiError', code: 'tableGone' });
});
