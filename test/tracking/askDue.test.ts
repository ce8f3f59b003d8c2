import type { Ended } from '../../nodes/CascadeMessaging/tracking/askDue';
import { askDue } from '../../nodes/CascadeMessaging/tracking/askDue';
import type { Asker } from '../../nodes/CascadeMessaging/tracking/poll';
import { Schedule } from '../../nodes/CascadeMessaging/tracking/schedule';
import { askInWaves } from '../../nodes/CascadeMessaging/transport/stateWaves';
import { inState, inTrouble, leftOut, mockedGateway, notReached } from './support/gateway';

jest.mock('../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const MINUTE = 60_000;
const NOW = Date.parse('2026-12-01T09:00:00.000Z');
const UNKNOWN_ID = 'Сообщение с таким ID не принималось';
const asker = { context: { a: 'context' }, account: { timeZone: 'Europe/Moscow' }, asking: { protocol: 'xml' } } as unknown as Asker;
const gateway = mockedGateway();

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

/** Asks about messages that were sent some minutes ago. */
async function ask(minutesAgo: Readonly<Record<string, number>>, schedule = new Schedule()): Promise<Ended> {
	const waiting = new Map(
		Object.entries(minutesAgo).map(([messageId, minutes]) => [
			messageId,
			{ messageId, sentAt: new Date(NOW - minutes * MINUTE).toISOString(), sendAt: null },
		]),
	);
	return await askDue(asker, waiting, schedule);
}

it('asks as the poll is set, about what is due alone', async () => {
	const schedule = new Schedule();
	schedule.answered('2', NOW, NOW);
	await ask({ 1: 1, 2: 1, 3: 1 }, schedule);

	expect(jest.mocked(askInWaves).mock.calls).toEqual([[asker.context, asker.account, ['1', '3'], asker.asking]]);
});

describe('a message that is scheduled', () => {
	const askAt = async (now: number, schedule: Schedule): Promise<Ended> => {
		jest.setSystemTime(now);
		const moments = { sentAt: new Date(NOW - 24 * 60 * MINUTE).toISOString(), sendAt: new Date(NOW).toISOString() };
		return await askDue(asker, new Map([['1', { messageId: '1', ...moments }]]), schedule);
	};

	it('is not asked about before it goes out, and then as if it had just been sent', async () => {
		const schedule = new Schedule();
		for (const shift of [-MINUTE, -1, 0, MINUTE / 2 - 1, MINUTE / 2]) await askAt(NOW + shift, schedule);

		expect(gateway.asked).toEqual([[], [], ['1'], [], ['1']]);
	});

	it('may be final before it goes out, which is then found', async () => {
		gateway.says.set('1', inState('1', 'not_deliver', '2026-11-30 12:00:00'));
		const schedule = new Schedule();
		expect((await askAt(NOW - 1, schedule)).finals).toEqual([]);

		expect((await askAt(NOW, schedule)).finals).toMatchObject([{ messageId: '1', outcome: 'notDelivered' }]);
	});

	it.each([
		[14.999, []],
		[15, [{ outcome: 'unknown' }]],
	])('and whose ID the gateway does not know %s minutes after it went out ends as %j', async (minutes, finals) => {
		gateway.says.set('1', inState('1', UNKNOWN_ID));

		expect((await askAt(NOW + minutes * MINUTE, new Schedule())).finals).toMatchObject(finals);
	});
});

it('gives the statuses of what became final, in the gateway’s time zone, and leaves it due', async () => {
	gateway.says.set('1', inState('1', 'deliver', '2026-12-01 11:59:00')).set('2', inState('2', 'expired'));
	const schedule = new Schedule();
	const { finals, trouble } = await ask({ 1: 1, 2: 1, 3: 1 }, schedule);

	expect(finals).toMatchObject([
		{ messageId: '1', outcome: 'delivered', changedAt: '2026-12-01T11:59:00+03:00' },
		{ messageId: '2', outcome: 'expired', changedAt: null },
	]);
	expect(trouble).toBeUndefined();
	expect(schedule.due(['1', '2', '3'], NOW)).toEqual(['1', '2']);
});

it.each([
	['is in progress', inState('1', 'send')],
	['is left out of the answer', leftOut],
])('leaves a message that %s alone for a while, the longer the older it is', async (_name, reply) => {
	gateway.says.set('1', reply);
	const schedule = new Schedule();
	expect(await ask({ 1: 60 }, schedule)).toEqual({ finals: [], trouble: undefined });

	expect(schedule.due(['1'], NOW + 5 * MINUTE - 1)).toEqual([]);
	expect(schedule.due(['1'], NOW + 5 * MINUTE)).toEqual(['1']);
	expect(schedule.wasAnsweredSince('1', NOW)).toBe(true);
});

it('leaves due what could not be asked, and tells why: the first trouble of several', async () => {
	gateway.says.set('1', notReached).set('2', inTrouble('Denied.')).set('3', inTrouble('Refused.', 'refusedByGateway'));
	const schedule = new Schedule();
	const { finals, trouble } = await ask({ 1: 1, 2: 1, 3: 1 }, schedule);

	expect([finals, trouble]).toEqual([[], { code: 'accessDenied', message: 'Denied.' }]);
	expect(schedule.due(['1', '2', '3'], NOW)).toEqual(['1', '2', '3']);
});

it('takes time that was up for no trouble: the next poll goes on', async () => {
	gateway.says.set('1', notReached);

	expect(await ask({ 1: 1 })).toEqual({ finals: [], trouble: undefined });
});

it.each([
	[14.999, []],
	[15, [{ outcome: 'unknown' }]],
])('takes an ID the gateway does not know %s minutes after sending for %j', async (minutes, finals) => {
	gateway.says.set('1', inState('1', UNKNOWN_ID));

	expect((await ask({ 1: minutes })).finals).toMatchObject(finals);
});
