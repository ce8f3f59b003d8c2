import type { ChannelState } from '../../nodes/CascadeMessaging/protocol/answers';
import type { ChannelStatus } from '../../nodes/CascadeMessaging/protocol/channelStatus';
import { channelStatusesOf, inCascade } from '../../nodes/CascadeMessaging/protocol/channelStatus';

const outcome = (overall: string, channel: ChannelState): unknown =>
	channelStatusesOf({ state: overall, channels: { sms: channel } }).sms?.outcome;
const said = (state: string | null, price: number | null = 0): ChannelState => ({ state, price });

describe('a channel', () => {
	it.each([
		['deliver', 'delivered'],
		['read', 'delivered'],
		['link', 'delivered'],
		['unsubscribe', 'delivered'],
		['not_deliver', 'notDelivered'],
		['expired', 'expired'],
		['partly_deliver', 'noReceipt'],
		['send', 'notUsed'],
		[null, 'notUsed'],
		['Абонент заблокировал отправителя', 'unknown'],
	])('in state %p: %s', (state, expected) => {
		for (const overall of ['send', 'deliver', 'expired']) expect(outcome(overall, said(state))).toBe(expected);
	});

	it.each<[string, ChannelState, string]>([
		['send', said('send', 1.15), 'inProgress'],
		['send', said(null, 1.15), 'inProgress'],
		['send', { state: 'send', price: null, parts: 2 }, 'inProgress'],
		['send', { state: 'send', price: null, parts: null }, 'notUsed'],
		['send', { state: 'send', price: 0, parts: 0 }, 'notUsed'],
		['deliver', said('send', 1.15), 'unknown'],
		['Сообщение с таким ID не принималось', said(null, null), 'unknown'],
		['Сообщение с таким ID не принималось', said('send', null), 'notUsed'],
	])('that charged is used: overall %s, %j: %s', (overall, channel, expected) => {
		expect(outcome(overall, channel)).toBe(expected);
	});

	it('keeps the gateway’s word, price and parts', () => {
		const channel = { state: 'Deliver', price: 3.4, parts: 2 };
		expect(channelStatusesOf({ state: 'deliver', channels: { sms: channel } })).toEqual({ sms: { outcome: 'delivered', ...channel } });
	});
});

describe('in a cascade', () => {
	const of = (given: ChannelStatus['outcome'], price = 0, state: string | null = 'x'): ChannelStatus => ({ outcome: given, state, price });
	const outcomes = (...args: Parameters<typeof inCascade>): unknown[] =>
		Object.entries(inCascade(...args)).map(([name, channel]) => `${name} ${channel.outcome}`);

	it('there are its channels alone, in its order', () => {
		const all = { viber: of('notUsed'), sms: of('delivered'), vk: of('expired'), whatsapp: of('notUsed') };
		expect(outcomes(all, ['vk', 'sms'], false)).toEqual(['vk expired', 'sms delivered']);
	});

	it('and those that were used nevertheless, so that no charge is hidden', () => {
		const all = { viber: of('delivered', 1), sms: of('notUsed'), vk: of('unknown', 2, null), whatsapp: of('unknown', 0, null) };
		expect(outcomes(all, ['sms'], false)).toEqual(['sms notUsed', 'viber delivered', 'vk unknown']);
	});

	it('and those that ended, though they cost nothing', () => {
		const all = {
			viber: of('expired', 0, 'expired'),
			sms: of('delivered'),
			whatsapp: { ...of('notDelivered', 0, 'not_deliver'), price: null },
		};
		expect(outcomes(all, ['sms'], false)).toEqual(['sms delivered', 'viber expired', 'whatsapp notDelivered']);
	});

	it.each([
		[of('notUsed'), of('notUsed'), ['viber inProgress', 'sms notUsed']],
		[of('expired'), of('notUsed'), ['viber expired', 'sms inProgress']],
		[of('notDelivered'), of('notUsed'), ['viber notDelivered', 'sms inProgress']],
		[of('noReceipt'), of('notUsed'), ['viber noReceipt', 'sms inProgress']],
		[of('delivered'), of('notUsed'), ['viber delivered', 'sms notUsed']],
		[of('unknown'), of('notUsed'), ['viber unknown', 'sms notUsed']],
	])('one is being tried while the message is under way', (viber, sms, expected) => {
		expect(outcomes({ viber, sms }, ['viber', 'sms'], true)).toEqual(expected);
	});

	it('none is any more when it has ended', () => {
		expect(outcomes({ viber: of('expired'), sms: of('notUsed') }, ['viber', 'sms'], false)).toEqual(['viber expired', 'sms notUsed']);
	});

	it('nothing is known of what the protocol does not speak of', () => {
		expect(inCascade({}, ['sms'], true)).toEqual({ sms: { outcome: 'unknown', state: null, price: null } });
	});
});
