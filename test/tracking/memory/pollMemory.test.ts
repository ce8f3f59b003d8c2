import type { IDataObject } from 'n8n-workflow';

import { mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { pollMemory } from '../../../nodes/CascadeMessaging/tracking/memory/pollMemory';
import type { Findings, Poll } from '../../../nodes/CascadeMessaging/tracking/poll';
import type { TrackedMessage } from '../../../nodes/CascadeMessaging/tracking/trackedMessage';
import { stoppedClock } from '../support/clock';
import { HOUR, iso, message, START } from '../support/dataTables';
import { inState, inTrouble, mockedGateway } from '../support/gateway';
import { fakeN8n } from '../support/n8n';

jest.mock('../../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const gateway = mockedGateway();
const clock = stoppedClock();

let accounts = 0;

/** A trigger of an account of its own that gives up after two hours. */
function trigger(staticData: IDataObject = {}, parameters: IDataObject = {}) {
	accounts += 1;
	const key = `account ${accounts}`;
	const { context } = fakeN8n({ staticData, parameters });
	const poll = {
		context,
		account: { key, timeZone: 'UTC' },
		triggerKey: 'w1:n1',
		settings: { giveUpAfter: 2 * HOUR, followFor: 72 * HOUR, filter: { events: ['finalOutcome'], outcomes: [], campaignName: '' } },
	};
	const look = async (): Promise<Findings> => await pollMemory(poll as unknown as Poll);
	return {
		look,
		/** Looks, and takes what was found for reported. */
		poll: async (): Promise<Findings> => {
			const found = await look();
			await found.settle(found.reports);
			return found;
		},
		add: (...messages: TrackedMessage[]) => {
			mailboxOf(key).add(messages, clock.now);
		},
		mailbox: mailboxOf(key),
		staticData,
	};
}

const told = ({ reports }: Findings): string[] => reports.map(({ messageId, outcome }) => `${messageId} ${outcome}`);

it('finds a message that became final until it is settled, with all that was known of it', async () => {
	const one = trigger();
	await one.poll();
	one.add(message('1', { campaignName: 'Autumn', data: { contactId: 7 } }), message('2'));
	gateway.says.set('1', inState('1', 'deliver'));
	expect(told(await one.look())).toEqual(['1 delivered']);
	const found = await one.poll();

	expect(found).toMatchObject({ reports: [{ messageId: '1', campaignName: 'Autumn', data: { contactId: 7 } }], trouble: undefined });
	expect(told(await one.poll())).toEqual([]);
	clock.now += HOUR;
	await one.poll();
	expect(gateway.asked).toEqual([[], ['1', '2'], ['1'], [], ['2']]);
});

it('tells why some could not be asked about', async () => {
	const one = trigger();
	await one.poll();
	one.add(message('1'));
	gateway.says.set('1', inTrouble('Denied.'));

	expect(await one.poll()).toMatchObject({ reports: [], trouble: { code: 'accessDenied', message: 'Denied.' } });
});

it('reports nothing of a message that had to go while the gateway was asked', async () => {
	const one = trigger();
	await one.poll();
	one.add(message('1'), message('2'));
	for (const id of ['1', '2']) gateway.says.set(id, inState(id, 'deliver'));
	gateway.before = () => {
		one.mailbox.readerOf({ key: 'w1:n1', longestPause: 0, restored: () => [] }, clock.now).forget('1');
	};

	expect(told(await one.poll())).toEqual(['2 delivered']);
});

describe('giving up', () => {
	it('reports a message the gateway has answered for since its time was up', async () => {
		const one = trigger();
		await one.poll();
		one.add(message('1'), message('2', { sentAt: iso(1) }));
		clock.now = START + 2 * HOUR;

		expect(told(await one.poll())).toEqual(['1 timeout']);
	});

	it('asks once more about a message that was answered for before, and reports it then', async () => {
		const one = trigger();
		await one.poll();
		one.add(message('1'));
		clock.now = START + 2 * HOUR - 1;
		expect(told(await one.poll())).toEqual([]);
		clock.now += 1;
		expect(told(await one.poll())).toEqual([]);
		expect(told(await one.poll())).toEqual(['1 timeout']);

		expect(gateway.asked).toEqual([[], ['1'], [], ['1']]);
	});

	it('counts from when a scheduled message goes out; until then nobody asks about it', async () => {
		const one = trigger();
		await one.poll();
		one.add(message('1', { sendAt: iso(240 * HOUR) }));
		const heard = [];
		for (const hours of [2, 72, 240 - 1 / 3600, 240, 242 - 1 / 3600, 242, 242]) {
			clock.now = START + hours * HOUR;
			heard.push(told(await one.poll()));
		}

		expect(heard).toEqual([[], [], [], [], [], [], ['1 timeout']]);
		expect(gateway.asked).toEqual([[], [], [], [], ['1'], ['1'], [], ['1']]);
	});

	it('changes nothing that was not settled', async () => {
		const one = trigger();
		await one.poll();
		one.add(message('1'));
		clock.now = START + 2 * HOUR - 1;
		await one.poll();
		clock.now += 1;
		await one.look();
		await one.look();

		expect(gateway.asked).toEqual([[], ['1'], [], []]);
	});

	it('reports a message once that became final after its time was up, in a poll that was not settled', async () => {
		const one = trigger();
		await one.poll();
		one.add(message('1'));
		clock.now = START + 3 * HOUR;
		expect(told(await one.look())).toEqual(['1 timeout']);
		gateway.says.set('1', inState('1', 'deliver'));
		clock.now += HOUR;

		expect(told(await one.poll())).toEqual(['1 delivered']);
		expect(told(await one.poll())).toEqual([]);
	});
});

describe('what n8n saves of the trigger', () => {
	it('is what still waits once the findings are settled, assigned anew when that has changed', async () => {
		const one = trigger();
		await one.poll();
		const before = one.staticData.waiting;
		expect(before).toEqual([]);
		one.add(message('1'), message('2'));
		gateway.says.set('1', inState('1', 'deliver'));
		const found = await one.look();
		expect(one.staticData.waiting).toBe(before);
		await found.settle([]);

		expect(one.staticData.waiting).toEqual([message('2')]);
	});

	it('is not assigned anew when nothing has changed, for n8n would write all of it again', async () => {
		const one = trigger();
		one.add(message('1'));
		await one.poll();
		const before = one.staticData.waiting;
		await one.poll();
		expect(one.staticData.waiting).toBe(before);
		one.add(message('2'));
		await one.poll();
		expect(before).toEqual([message('1')]);

		expect(one.staticData.waiting).toEqual([message('1'), message('2')]);
	});

	it('is put back when somebody has changed it', async () => {
		const one = trigger();
		one.add(message('1'));
		await one.poll();
		one.staticData.waiting = [];
		await one.poll();

		expect(one.staticData.waiting).toEqual([message('1')]);
	});

	it('is taken up after a restart, but for what is no message', async () => {
		const damaged = [
			null,
			'text',
			[],
			{ ...message('a'), messageId: 5 },
			{ ...message('b'), sentAt: 7 },
			{ ...message('c'), data: 'text' },
		];
		const one = trigger({ waiting: [...damaged, message('1')] as unknown as IDataObject[] });
		await one.poll();

		expect(gateway.asked).toEqual([['1']]);
	});

	it('tells when scheduled messages go out; of those of an older version nothing says so', async () => {
		const scheduled = message('1', { sendAt: iso(HOUR) });
		const old = Object.fromEntries(Object.entries(message('2')).filter(([name]) => name !== 'sendAt'));
		const one = trigger({ waiting: [{ ...scheduled }, old] });
		await one.poll();
		expect(gateway.asked).toEqual([['2']]);
		clock.now += HOUR;
		for (const id of ['1', '2']) gateway.says.set(id, inState(id, 'deliver'));
		const { reports } = await one.poll();

		expect(reports.map(({ messageId, sendAt }) => [messageId, sendAt])).toEqual([
			['1', iso(HOUR)],
			['2', null],
		]);
	});

	it('may be nothing, or no list', async () => {
		for (const waiting of [undefined, 'text', {}]) await trigger({ ...(waiting !== undefined && { waiting }) }).poll();

		expect(gateway.asked).toEqual([[], [], []]);
	});
});

it('says how long the trigger is silent between two polls', async () => {
	const daily = trigger({}, { pollTimes: { item: [{ mode: 'everyDay', hour: 9, minute: 0 }] } });
	await daily.poll();

	expect([25, 26].map((hours) => daily.mailbox.hasReaders(START + hours * HOUR))).toEqual([true, false]);
});
