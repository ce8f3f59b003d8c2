import { mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { pollMemory } from '../../../nodes/CascadeMessaging/tracking/memory/pollMemory';
import type { Reader } from '../../../nodes/CascadeMessaging/tracking/memory/reader';
import type { Findings, Poll } from '../../../nodes/CascadeMessaging/tracking/poll';
import type { TrackedMessage } from '../../../nodes/CascadeMessaging/tracking/trackedMessage';
import * as turns from '../../../nodes/CascadeMessaging/transport/inTurns';
import { stoppedClock } from '../support/clock';
import { HOUR, message } from '../support/dataTables';
import { inState, mockedGateway } from '../support/gateway';
import { fakeN8n } from '../support/n8n';

jest.mock('../../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));
jest.mock('../../../nodes/CascadeMessaging/transport/inTurns', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/inTurns'),
	eachInTurns: jest.fn(),
}));

const gateway = mockedGateway();
const clock = stoppedClock();
/** What else n8n does when a poll lets it, in the order it comes to it; the poll lets it after each value it looks at. */
let meanwhile: (() => void)[] = [];
beforeEach(() => {
	meanwhile = [];
	jest.mocked(turns.eachInTurns).mockImplementation(async (list, work) => {
		for (const value of list) {
			work(value);
			await Promise.resolve();
			meanwhile.shift()?.();
		}
	});
});

let accounts = 0;

/** A trigger of an account of its own that gives up after two hours, and that has polled. */
async function trigger() {
	accounts += 1;
	const key = `account between ${accounts}`;
	const staticData: { waiting?: TrackedMessage[] } = {};
	const { context } = fakeN8n({ staticData });
	const one = {
		context,
		account: { key, timeZone: 'UTC' },
		triggerKey: 'w1:n1',
		settings: { giveUpAfter: 2 * HOUR, followFor: 72 * HOUR, filter: { events: ['finalOutcome'], outcomes: [], campaignName: '' } },
	};
	const look = async (): Promise<Findings> => await pollMemory(one as unknown as Poll);
	const poll = async (): Promise<string[]> => {
		const found = await look();
		await found.settle(found.reports);
		return found.reports.map(({ messageId, outcome, phone }) => `${messageId} ${outcome} ${phone as string}`);
	};
	await poll();
	return {
		poll,
		staticData,
		add: (...messages: TrackedMessage[]) => void mailboxOf(key).add(messages, clock.now),
		list: (): Reader => mailboxOf(key).readerOf({ key: 'w1:n1', longestPause: 0, restored: () => [] }, clock.now),
	};
}

const sent = (id: string, phone = 'first'): TrackedMessage => message(id, { phone, sentAt: new Date(clock.now).toISOString() });
const saved = ({ waiting }: { waiting?: TrackedMessage[] }): unknown => waiting?.map(({ messageId }) => messageId);

it('loses nothing that is handed over while answers are judged: it is saved, and asked about by the next poll', async () => {
	const one = await trigger();
	one.add(sent('1'), sent('2'));
	gateway.perWave = 1;
	for (const id of ['1', '3']) gateway.says.set(id, inState(id, 'deliver'));
	meanwhile = [() => one.add(sent('3'))];

	expect(await one.poll()).toEqual(['1 delivered first']);
	expect(saved(one.staticData)).toEqual(['2', '3']);
	expect(await one.poll()).toEqual(['3 delivered first']);
	expect(gateway.asked).toEqual([[], ['1', '2'], ['3']]);
});

it('loses nothing that is handed over while it looks for what is given up', async () => {
	const one = await trigger();
	one.add(sent('1'));
	clock.now += 2 * HOUR;
	meanwhile = [() => undefined, () => one.add(sent('2'))];

	expect(await one.poll()).toEqual(['1 timeout first']);
	expect(saved(one.staticData)).toEqual(['2']);
});

it('forgets when a message is due that went while it was asked about', async () => {
	const one = await trigger();
	one.add(sent('1'));
	gateway.before = () => {
		one.list().forget('1');
	};
	await one.poll();
	gateway.before = () => undefined;
	one.add(sent('1', 'second'));
	await one.poll();

	expect(gateway.asked).toEqual([[], ['1'], ['1']]);
});

it('reports once what was handed over again after its final state was learnt', async () => {
	const one = await trigger();
	one.add(sent('1'));
	gateway.says.set('1', inState('1', 'deliver'));
	meanwhile = [() => undefined, () => one.add(sent('1', 'second'))];

	expect(await one.poll()).toEqual(['1 delivered first']);
	expect(await one.poll()).toEqual([]);
});

it('does not forget what had to go before it was reported, and was handed over again', async () => {
	const one = await trigger();
	one.add(sent('1'), sent('2'));
	for (const id of ['1', '2']) gateway.says.set(id, inState(id, 'deliver'));
	meanwhile = [() => one.list().forget('1'), () => undefined, () => undefined, () => one.add(sent('1', 'second'))];

	expect(await one.poll()).toEqual(['2 delivered first']);
	expect(await one.poll()).toEqual(['1 delivered second']);
});

it('gives a message that is handed over again while it is given up all its time', async () => {
	const one = await trigger();
	one.add(sent('1'));
	clock.now += 2 * HOUR;
	meanwhile = [() => undefined, () => one.add(sent('1', 'second'))];

	expect(await one.poll()).toEqual(['1 timeout first']);
	expect(saved(one.staticData)).toEqual(['1']);
	gateway.says.set('1', inState('1', 'deliver'));
	clock.now += HOUR;
	expect(await one.poll()).toEqual(['1 delivered second']);
});
