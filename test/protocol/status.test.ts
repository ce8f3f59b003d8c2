import type { StateRecord } from '../../nodes/CascadeMessaging/protocol/answers';
import type { ChannelName } from '../../nodes/CascadeMessaging/protocol/channels';
import { statusOf } from '../../nodes/CascadeMessaging/protocol/status';
import { STATES } from './support/example';

const record = (given: Partial<StateRecord>): StateRecord => ({
	messageId: '1179038981',
	state: 'deliver',
	changedAt: null,
	channels: {},
	...given,
});
const prices = (...all: (number | null)[]): StateRecord['channels'] =>
	Object.fromEntries(
		(['viber', 'vk', 'sms'] as const).map((name, index) => [name, { state: null, price: all[index] ?? null }]),
	);

it('tells what became of the messages of the manual', () => {
	const statuses = STATES.map((one) => statusOf(one, 'Europe/Moscow'));
	expect(statuses).toEqual([
		{
			...STATES[0],
			outcome: 'delivered',
			final: true,
			changedAt: '2026-12-01T10:31:07+03:00',
			deliveredBy: 'sms',
			totalPrice: 3.4,
		},
		{
			...STATES[1],
			outcome: 'inProgress',
			final: false,
			changedAt: '2026-12-01T10:30:40+03:00',
			deliveredBy: null,
			totalPrice: 1.15,
		},
		{ ...STATES[2], outcome: 'unknown', final: true, changedAt: null, deliveredBy: null, totalPrice: null },
	]);
});

it('gives what GET knows: the overall state alone', () => {
	expect(statusOf(record({ state: 'expired' }), 'Europe/Moscow')).toEqual({
		messageId: '1179038981',
		outcome: 'expired',
		final: true,
		state: 'expired',
		changedAt: null,
		deliveredBy: null,
		channels: {},
		totalPrice: null,
	});
});

describe('the channel that delivered', () => {
	it.each<ChannelName>(['viber', 'vk', 'sms', 'whatsapp'])('may be %s', (name) => {
		const channels = { [name]: { state: 'deliver', price: 1 } };
		expect(statusOf(record({ channels }), 'UTC').deliveredBy).toBe(name);
	});

	it('is none while the message as a whole is not delivered', () => {
		const channels = { viber: { state: 'deliver', price: 1 } };
		expect(statusOf(record({ state: 'send', channels }), 'UTC').deliveredBy).toBeNull();
	});
});

describe('the total price', () => {
	it.each<[(number | null)[], number | null]>([
		[[3.4, 1.15], 4.55],
		[[0.1, 0.2], 0.3],
		[[1.005, 1.005, 1.005], 3.015],
		[[0, 0, 0], 0],
		[[null, 2, null], 2],
		[[null, null, null], null],
		[[], null],
	])('of %j is %p', (all, total) => {
		expect(statusOf(record({ channels: prices(...all) }), 'UTC').totalPrice).toBe(total);
	});
});

it('a time that is none is no time', () => {
	expect(statusOf(record({ changedAt: '0000-00-00 00:00:00' }), 'Europe/Moscow').changedAt).toBeNull();
});
