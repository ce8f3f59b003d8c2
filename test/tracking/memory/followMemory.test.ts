import type { IDataObject } from 'n8n-workflow';

import { mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { pollMemory } from '../../../nodes/CascadeMessaging/tracking/memory/pollMemory';
import type { Findings, Poll } from '../../../nodes/CascadeMessaging/tracking/poll';
import type { Event } from '../../../nodes/CascadeMessaging/tracking/report';
import { stoppedClock } from '../support/clock';
import { HOUR, iso, message } from '../support/dataTables';
import { inTrouble, leftOut, mockedGateway } from '../support/gateway';
import { fakeN8n } from '../support/n8n';

jest.mock('../../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const gateway = mockedGateway();
const MINUTE = 60_000;
const clock = stoppedClock();

let accounts = 0;

/** A trigger of an account of its own that hears of all events unless told otherwise. */
function trigger(staticData: IDataObject = {}, events: readonly Event[] = ['finalOutcome', 'read', 'linkOpened', 'unsubscribed']) {
	accounts += 1;
	const key = `following ${accounts}`;
	const { context, warnings } = fakeN8n({ staticData });
	const filter = { events, outcomes: [], campaignName: '' };
	const settings = { giveUpAfter: 2 * HOUR, followFor: 72 * HOUR, filter };
	const poll = { context, account: { key, timeZone: 'UTC' }, triggerKey: 'w1:n1', settings };
	const look = async (changes: Partial<typeof filter> = {}): Promise<Findings> =>
		await pollMemory({ ...poll, settings: { ...settings, filter: { ...filter, ...changes } } } as unknown as Poll);
	return {
		look,
		/** Looks, and takes what was found for reported. */
		poll: async (changes: Partial<typeof filter> = {}): Promise<Findings> => {
			const found = await look(changes);
			await found.settle(found.reports);
			return found;
		},
		add: (...ids: string[]) => {
			mailboxOf(key).add(
				ids.map((id) => message(id)),
				clock.now,
			);
		},
		staticData,
		warnings,
	};
}

const says = (messageId: string, viber: string) => ({
	record: { messageId, state: 'deliver', changedAt: null, channels: { viber: { state: viber, price: 1 } } },
});
const told = ({ reports }: Findings): string[] => reports.map(({ messageId, event }) => `${messageId} ${event}`);
const asked = (): (readonly string[])[] => gateway.asked.splice(0).filter((ids) => ids.length > 0);

/** A trigger that follows messages 1, 2, … which Viber has just delivered. */
async function following(count: number) {
	const one = trigger();
	await one.poll();
	const ids = Array.from({ length: count }, (_, index) => String(index + 1));
	one.add(...ids);
	for (const id of ids) gateway.says.set(id, says(id, 'deliver'));
	await one.poll();
	asked();
	return one;
}

it('finds what a subscriber did until it is settled, and asks about it until then', async () => {
	const one = await following(2);
	clock.now += 10 * MINUTE;
	gateway.says.set('1', says('1', 'link'));
	expect(told(await one.look())).toEqual(['1 read', '1 linkOpened']);
	expect(told(await one.poll())).toEqual(['1 read', '1 linkOpened']);
	expect(told(await one.poll())).toEqual([]);

	expect(asked()).toEqual([['1', '2'], ['1']]);
});

it('finds what the final answer says until it is settled', async () => {
	const one = trigger();
	await one.poll();
	one.add('1');
	gateway.says.set('1', says('1', 'read'));
	expect(told(await one.look())).toEqual(['1 finalOutcome', '1 read']);
	expect(one.staticData.followed).toBeUndefined();

	expect(told(await one.poll())).toEqual(['1 finalOutcome', '1 read']);
	expect(one.staticData.followed).toEqual([{ ...message('1'), followedSince: iso(), known: ['read'] }]);
});

it('saves the list anew only when it has changed', async () => {
	const one = await following(1);
	const before = one.staticData.followed;
	await one.poll();
	expect(one.staticData.followed).toBe(before);
	clock.now += 10 * MINUTE;
	gateway.says.set('1', says('1', 'unsubscribe'));
	await one.poll();

	expect(one.staticData.followed).toEqual([]);
});

it('restores what was saved, but for what is no followed message', async () => {
	const saved = { ...message('1'), followedSince: iso(), known: ['read'] };
	const damaged = [null, 'text', message('2'), { ...saved, messageId: 3 }, { ...saved, messageId: '4', known: 'read' }];
	const one = trigger({ followed: [...damaged, saved] as IDataObject[] });
	gateway.says.set('1', says('1', 'link'));

	expect(told(await one.poll())).toEqual(['1 linkOpened']);
	expect(asked()).toEqual([['1']]);
});

it('tells of trouble and asks again at once; what is left out is no news', async () => {
	const one = await following(2);
	clock.now += 10 * MINUTE;
	gateway.says.set('1', inTrouble('Denied.')).set('2', leftOut);
	expect(await one.poll()).toMatchObject({ reports: [], trouble: { message: 'Denied.' } });
	await one.poll();

	expect(asked()).toEqual([['1', '2'], ['1']]);
});

it('drops what it followed when it is not to follow any more', async () => {
	const one = await following(1);
	await one.poll({ events: ['finalOutcome'] });
	expect(one.staticData.followed).toEqual([]);
	clock.now += HOUR;
	await one.poll();

	expect(asked()).toEqual([]);
});

it('drops what its campaign leaves out, and what has been followed long enough', async () => {
	const one = await following(1);
	await one.look({ campaignName: 'Spring' });
	clock.now += 72 * HOUR;
	await one.poll();

	expect(one.staticData.followed).toEqual([]);
	expect(asked()).toEqual([]);
});

it('says in n8n’s log when it follows too many', async () => {
	const old = { ...message('old'), followedSince: iso(), known: [] };
	const one = trigger({
		followed: Array.from({ length: 100_000 }, (_, index) => ({ ...old, messageId: `old ${index}` })) as never,
	});
	one.add('1', '2');
	for (const id of ['1', '2']) gateway.says.set(id, says(id, 'deliver'));
	await one.poll();

	expect(one.warnings).toEqual([expect.stringContaining('will not report what becomes of 2 delivered messages')]);
});
