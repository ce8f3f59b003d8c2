import type { StateRecord } from '../../nodes/CascadeMessaging/protocol/answers';
import type { ChannelName } from '../../nodes/CascadeMessaging/protocol/channels';
import { statusOf } from '../../nodes/CascadeMessaging/protocol/messageStatus';
import { STATES } from './support/example';

const record = (given: Partial<StateRecord>): StateRecord => ({
	messageId: '1179038981',
	state: 'deliver',
	changedAt: null,
	channels: {},
	...given,
});
const prices = (...all: (number | null)[]): StateRecord['channels'] =>
	Object.fromEntries((['viber', 'vk', 'sms'] as const).map((name, index) => [name, { state: null, price: all[index] ?? null }]));

it('tells what became of the messages of the manual', () => {
	const statuses = STATES.map((one) => statusOf(one, 'Europe/Moscow'));
	expect(statuses).toEqual([
		{
			...STATES[0],
			outcome: 'delivered',
			final: true,
			changedAt: '2026-12-01T10:31:07+03:00',
			deliveredBy: 'sms',
			engagement: null,
			channels: {
				viber: { outcome: 'expired', state: 'expired', price: 0 },
				vk: { outcome: 'notDelivered', state: 'not_deliver', price: 0 },
				sms: { outcome: 'delivered', state: 'deliver', price: 3.4, parts: 2 },
			},
			totalPrice: 3.4,
		},
		{
			...STATES[1],
			outcome: 'inProgress',
			final: false,
			changedAt: '2026-12-01T10:30:40+03:00',
			deliveredBy: null,
			engagement: null,
			channels: {
				viber: { outcome: 'inProgress', state: 'send', price: 1.15 },
				vk: { outcome: 'notUsed', state: 'send', price: 0 },
				sms: { outcome: 'notUsed', state: 'send', price: 0, parts: 0 },
			},
			totalPrice: 1.15,
		},
		{
			...STATES[2],
			outcome: 'unknown',
			final: true,
			changedAt: null,
			deliveredBy: null,
			engagement: null,
			channels: {
				viber: { outcome: 'unknown', state: null, price: null },
				vk: { outcome: 'unknown', state: null, price: null },
				sms: { outcome: 'unknown', state: null, price: null, parts: null },
			},
			totalPrice: null,
		},
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
		engagement: null,
		channels: {},
		totalPrice: null,
	});
});

describe('the channel that delivered', () => {
	it.each<ChannelName>(['viber', 'vk', 'sms', 'whatsapp'])('may be %s', (name) => {
		const channels = { [name]: { state: 'deliver', price: 1 } };
		expect(statusOf(record({ channels }), 'UTC').deliveredBy).toBe(name);
	});

	it.each(['read', 'link', 'unsubscribe', ' Deliver'])('may say so by %j', (state) => {
		const channels = { viber: { state, price: 1 }, sms: { state: 'send', price: 0 } };
		expect(statusOf(record({ channels }), 'UTC').deliveredBy).toBe('viber');
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

describe('what the subscriber did', () => {
	const engagementOf = (state: string, ...channels: string[]): unknown => {
		const names: readonly ChannelName[] = ['viber', 'whatsapp', 'vk'];
		const states = channels.map((channel, index) => [names[index], { state: channel, price: null }]);
		return statusOf(record({ state, channels: Object.fromEntries(states) as StateRecord['channels'] }), 'UTC').engagement;
	};

	it.each([
		['deliver', ['deliver'], null],
		['read', [], 'read'],
		['link', [], 'linkOpened'],
		['unsubscribe', [], 'unsubscribed'],
		['deliver', ['expired', 'read'], 'read'],
		['deliver', ['read', 'link'], 'linkOpened'],
		['deliver', ['unsubscribe', 'link', 'read'], 'unsubscribed'],
		['read', ['link'], 'linkOpened'],
		['send', ['read'], 'read'],
		['deliver', ['clicked'], null],
	])('is told by the most telling word of %s, %j: %p', (state, channels, engagement) => {
		expect(engagementOf(state, ...channels)).toBe(engagement);
	});

	it.each(['read', 'link', 'unsubscribe'])('means delivered, also as an overall state: %s', (state) => {
		expect(statusOf(record({ state }), 'UTC')).toMatchObject({ outcome: 'delivered', final: true, state, deliveredBy: null });
	});
});

it('an ID that is new may be unknown for a while; the gateway’s words stay', () => {
	const unknown = record({ state: 'Сообщение с таким ID не принималось' });
	expect(statusOf(unknown, 'UTC', 14 * 60_000 + 59_000)).toMatchObject({ outcome: 'inProgress', final: false, state: unknown.state });
	expect(statusOf(unknown, 'UTC', 15 * 60_000 + 1_000)).toMatchObject({ outcome: 'unknown', final: true, state: unknown.state });
});
