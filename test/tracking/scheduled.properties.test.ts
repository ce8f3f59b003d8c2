import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { pollTable } from '../../nodes/CascadeMessaging/tracking/dataTable/pollTable';
import { openTables } from '../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { mailboxOf } from '../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { pollMemory } from '../../nodes/CascadeMessaging/tracking/memory/pollMemory';
import type { Findings, Poll } from '../../nodes/CascadeMessaging/tracking/poll';
import type { TrackedMessage } from '../../nodes/CascadeMessaging/tracking/trackedMessage';
import { isLongRun } from '../support/longRun';
import { dataTables, HOUR, iso, message, START } from './support/dataTables';
import { inState, mockedGateway } from './support/gateway';
import { fakeN8n } from './support/n8n';

jest.mock('../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const here = dataTables();
const gateway = mockedGateway();
const MINUTE = 60_000;
const DAY = 24 * HOUR;
const GIVE_UP_AFTER = 2 * HOUR;

/** A message of a run; moments are milliseconds after the start. */
interface Sent {
	readonly id: string;
	readonly sentAt: number;
	/** `undefined` for at once. */
	readonly sendAt: number | undefined;
	readonly outAt: number;
	/** When the gateway knows its final state, which may be before it goes out. */
	readonly endsAt: number;
}

const minutes = (from: number, to: number) => fc.integer({ min: from, max: to }).map((count) => count * MINUTE);
const sent = fc
	.record({
		sentAt: minutes(1, 600),
		delay: fc.option(minutes(-5, (40 * DAY) / MINUTE), { nil: undefined }),
		ending: fc.oneof(minutes(-10, 240), fc.constant(Infinity)),
	})
	.map(({ sentAt, delay, ending }): Omit<Sent, 'id'> => {
		const outAt = sentAt + Math.max(delay ?? 0, 0);
		return { sentAt, sendAt: delay === undefined ? undefined : sentAt + delay, outAt, endsAt: outAt + ending };
	});
const several = fc.array(sent, { minLength: 1, maxLength: 4 }).map((all) => all.map((one, index) => ({ ...one, id: String(index + 1) })));

/** Polls at every moment at which something happens to one of the messages, and lately after it. */
function momentsOf(all: readonly Sent[]): number[] {
	const moments = all.flatMap(({ sentAt, outAt, endsAt }) => [
		...[sentAt, outAt - MINUTE, outAt, outAt + 7 * MINUTE, Math.min(endsAt, outAt + 5 * HOUR)],
		...[outAt + GIVE_UP_AFTER, outAt + GIVE_UP_AFTER + MINUTE, outAt + 6 * HOUR],
	]);
	return [...new Set(moments.filter((moment) => moment >= 0))].sort((one, other) => one - other);
}

/** A store, as a trigger sees it. */
interface Store {
	readonly add: (messages: readonly TrackedMessage[]) => Promise<void>;
	readonly poll: () => Promise<Findings>;
}

let accounts = 0;
const SETTINGS = { giveUpAfter: GIVE_UP_AFTER, followFor: DAY, filter: { events: ['finalOutcome'], outcomes: [], campaignName: '' } };

/** The memory of a process that dies after each poll: what it had saved goes on in the next. */
function memoryStore(): Store {
	const staticData: IDataObject = {};
	const { context } = fakeN8n({ staticData });
	let key = `memory ${(accounts += 1)}`;
	return {
		add: async (messages) => {
			mailboxOf(key).add(messages, Date.now());
			await Promise.resolve();
		},
		poll: async () => {
			const found = await pollMemory({
				context,
				account: { key, timeZone: 'UTC' },
				triggerKey: 't',
				settings: SETTINGS,
			} as unknown as Poll);
			await found.settle(found.reports);
			key = `memory ${(accounts += 1)}`;
			return found;
		},
	};
}

/** The data table, whose rows are kept for a day after they have gone out. */
function tableStore(): Store {
	const key = `table ${(accounts += 1)}`;
	const account = { key, timeZone: 'UTC' };
	const poll = { context: here.context, account, triggerKey: key, activeSince: Date.now(), end: Infinity, settings: SETTINGS };
	return {
		add: async (messages) => {
			await (await openTables(here.context, here.store, key)).messages.add(messages);
		},
		poll: async () => {
			const found = await pollTable(poll as unknown as Poll, { ...here.store, keepForDays: 1 });
			await found.settle(found.reports);
			return found;
		},
	};
}

/** What a trigger is told of each message and when, from its first poll on; and when each was asked about. */
async function play(all: readonly Sent[], store: Store) {
	const told: { id: string; outcome: string; at: number }[] = [];
	const asked: { id: string; at: number }[] = [];
	await store.poll();
	for (const at of momentsOf(all)) {
		here.now = START + at;
		for (const { id, endsAt } of all) if (at >= endsAt) gateway.says.set(id, inState(id, 'deliver'));
		await store.add(all.filter(({ sentAt }) => sentAt === at).map(trackedOf));
		gateway.asked.length = 0;
		const { reports } = await store.poll();
		asked.push(...gateway.asked.flat().map((id) => ({ id, at })));
		told.push(...reports.map(({ messageId: id, outcome }) => ({ id, outcome, at })));
	}
	return { told, asked };
}

const trackedOf = ({ id, sentAt, sendAt }: Sent): TrackedMessage =>
	message(id, { sentAt: iso(sentAt), sendAt: sendAt === undefined ? null : iso(sendAt) });

const LONGEST_RUN = 300_000;

it.each([
	['the memory', memoryStore, { numRuns: isLongRun ? 1000 : 50 }],
	['the data table', tableStore, { numRuns: isLongRun ? 30 : 3 }],
])(
	'%s loses no message, tells each once, asks about none before it goes out and counts from then',
	async (_, storeOf, runs) => {
		await fc.assert(
			fc.asyncProperty(several, async (all) => await check(all, storeOf)),
			runs,
		);
	},
	LONGEST_RUN,
);

async function check(all: readonly Sent[], storeOf: () => Store): Promise<void> {
	here.now = START;
	gateway.says.clear();
	const { told, asked } = await play(all, storeOf());

	expect(told.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id));
	for (const { id, outAt, endsAt } of all) {
		const timeIsUp = outAt + GIVE_UP_AFTER;
		expect(asked.filter((one) => one.id === id && one.at < outAt)).toEqual([]);
		for (const { outcome, at } of told.filter((one) => one.id === id)) {
			if (endsAt <= timeIsUp) expect(outcome).toBe('delivered');
			expect(at).toBeGreaterThanOrEqual(outcome === 'timeout' ? timeIsUp : Math.max(outAt, endsAt));
		}
	}
}
