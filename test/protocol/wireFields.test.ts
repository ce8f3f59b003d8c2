import type { ChannelName } from '../../nodes/CascadeMessaging/protocol/channels';
import type { ChannelContent } from '../../nodes/CascadeMessaging/protocol/contentFields';
import type { Content } from '../../nodes/CascadeMessaging/protocol/message';
import { unwritten } from './support/wire';

const through = (name: ChannelName, content: ChannelContent): Content => ({
	cascade: [name],
	channels: { [name]: content },
});

describe('the cascade', () => {
	it.each<[ChannelName[], Record<string, string>]>([
		[['sms'], { send_sms: '1' }],
		[['viber', 'sms'], { send_viber: '1', send_sms: '2' }],
		[['sms', 'viber'], { send_sms: '1', send_viber: '2' }],
		[['whatsapp', 'sms', 'vk', 'viber'], { send_whatsapp: '1', send_sms: '2', send_vk: '3', send_viber: '4' }],
	])('%j gives the places %j, in this order, and leaves the others out', (cascade, places) => {
		expect(unwritten({ cascade, channels: {} })).toEqual(Object.entries(places));
	});
});

describe('what is not used does not appear', () => {
	it.each<[string, Content]>([
		['fields that are absent', through('viber', { text: 'Hi' })],
		['empty text', through('viber', { text: 'Hi', sender: '', buttonText: '', imageUrl: '' })],
		['blanks', through('viber', { text: 'Hi', sender: ' ', buttonText: '\n', imageUrl: '\t \v\u00a0' })],
		['a flag that is off', through('viber', { text: 'Hi', finaleRead: false })],
		['an empty campaign name and time', { ...through('viber', { text: 'Hi' }), campaignName: '', sendAt: '' }],
		['a blank campaign name', { ...through('viber', { text: 'Hi' }), campaignName: ' \n' }],
	])('%s', (_, content) => {
		expect(unwritten(content)).toEqual([
			['send_viber', '1'],
			['text_viber', 'Hi'],
		]);
	});

	it('a template without parameters', () => {
		expect(unwritten(through('vk', { templateId: '100', templateData: [] }))).toEqual([
			['send_vk', '1'],
			['templateId', '100'],
		]);
	});
});

describe('every kind of value', () => {
	const wireField = (name: ChannelName, content: ChannelContent): unknown => unwritten(through(name, content)).at(-1);

	it('text goes as it is', () => {
		expect(wireField('sms', { text: ' 0\r\n😀' })).toEqual(['text_sms', ' 0\r\n😀']);
	});

	it('minutes go as digits', () => {
		expect(wireField('viber', { validityPeriod: 30 })).toEqual(['validity_period_viber', '30']);
	});

	it('a flag that is on goes as 1', () => {
		expect(wireField('viber', { finaleRead: true })).toEqual(['finale_viber_read', '1']);
	});

	it('template parameters go as names and values, in their order, empty values included', () => {
		const templateData = [
			{ name: 'Where', value: '' },
			{ name: '__proto__', value: 'x' },
		];
		expect(wireField('vk', { templateData })).toEqual(['templateData', templateData]);
	});
});

it('the fields stand in the order of the manual: places as the cascade goes, campaign, time, then the content', () => {
	const content: Content = {
		cascade: ['sms', 'viber'],
		channels: { sms: { sender: 'S', text: 'T' }, viber: { text: 'V', validityPeriod: 5 } },
		sendAt: '2026-12-01 10:30',
		campaignName: 'Autumn',
	};
	expect(unwritten(content)).toEqual([
		['send_sms', '1'],
		['send_viber', '2'],
		['name_delivery', 'Autumn'],
		['time_send', '2026-12-01 10:30'],
		['text_viber', 'V'],
		['validity_period_viber', '5'],
		['sender_sms', 'S'],
		['text_sms', 'T'],
	]);
});

it('a channel that is not in the cascade still says what it holds, as the third message of the manual does', () => {
	expect(unwritten({ cascade: [], channels: { viber: { text: 'V' } } })).toEqual([['text_viber', 'V']]);
});
