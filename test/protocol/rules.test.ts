import type { ChannelName } from '../../nodes/CascadeMessaging/protocol/channels';
import { CHANNELS } from '../../nodes/CascadeMessaging/protocol/channels';
import type { ProtocolName } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { ChannelContent } from '../../nodes/CascadeMessaging/protocol/contentFields';
import type { Content, Recipient } from '../../nodes/CascadeMessaging/protocol/message';
import { check, codes, sms, through, TO } from './support/check';
import { unwritten } from './support/wire';

const vk = (...names: string[]): Content => through('vk', { templateId: '100', templateData: names.map((name) => ({ name, value: 'x' })) });

const BUTTON = { buttonText: 'Open', buttonUrl: 'https://shop.example/' };

describe('a message that may go', () => {
	it.each<[string, Content]>([
		['an SMS', sms('Hi')],
		['a long SMS', sms('x'.repeat(1500))],
		[
			'Viber with everything',
			through('viber', {
				text: 'Hi',
				...BUTTON,
				imageUrl: 'https://i.example/',
				validityPeriod: 1,
				finaleRead: true,
			}),
		],
		['Viber with 1,000 characters', through('viber', { text: '\u0438'.repeat(1000) })],
		['WhatsApp with a picture and no button', through('whatsapp', { text: 'Hi', imageUrl: 'https://i.example/' })],
		['VK with a template and no parameters', vk()],
		['VK with parameters', vk('Name', '__proto__', 'constructor')],
		[
			'a cascade of all channels',
			{
				cascade: ['viber', 'sms', 'vk', 'whatsapp'],
				channels: {
					viber: { sender: 'MyShop', text: 'V' },
					vk: { templateId: '1' },
					sms: { sender: 'MyShop', text: 'S' },
					whatsapp: { sender: 'MyShop', text: 'W' },
				},
			},
		],
	])('has no violations: %s', (_, content) => {
		expect(check(content, 'json')).toEqual([]);
		expect(check(content, 'xml')).toEqual([]);
	});

	it('may carry campaign, time and number in JSON and XML', () => {
		const content: Content = { ...sms('Hi'), campaignName: 'Autumn', sendAt: '2026-12-01 10:30' };
		const recipient: Recipient = { ...TO, clientMessageId: '111' };
		expect(codes(content, 'json', recipient)).toEqual([]);
		expect(codes(content, 'xml', recipient)).toEqual([]);
	});
});

it('a cascade needs a channel', () => {
	expect(check({ cascade: [], channels: {} })).toEqual([
		{ code: 'cascadeEmpty', field: 'Cascade', message: 'Cascade is empty; add at least one channel.' },
	]);
});

describe('what a channel requires', () => {
	it.each<[ChannelName, string[]]>([
		['viber', ['Viber Sender', 'Viber Text']],
		['vk', ['VK Template ID']],
		['sms', ['SMS Sender', 'SMS Text']],
		['whatsapp', ['WhatsApp Text']],
	])('%s: %s', (name, fields) => {
		const code = 'fieldMissing';
		const missing = fields.map((field) => ({ code, field, message: `${field} is empty; it is required.` }));
		expect(check({ cascade: [name], channels: {} })).toEqual(missing);
		expect(check(through(name, { sender: '', text: '', templateId: ' \n' }))).toEqual(missing);
	});

	it('is named for every channel of the cascade', () => {
		const fields = check({ cascade: ['vk', 'viber'], channels: {} }).map(({ field }) => field);
		expect(fields).toEqual(['Viber Sender', 'Viber Text', 'VK Template ID']);
	});

	it('is not missing in a channel outside the cascade', () => {
		const channels = { ...sms('Hi').channels, viber: { sender: 'MyShop' } };
		expect(check({ cascade: ['sms'], channels })).toEqual([]);
	});
});

describe('lengths are counted in characters, as PHP counts them', () => {
	it.each<[string, Content, number, number]>([
		['Viber Text', through('viber', { text: 'x'.repeat(1001) }), 1001, 1000],
		['Viber Text', through('viber', { text: '😀'.repeat(1001) }), 1001, 1000],
		['WhatsApp Text', through('whatsapp', { text: 'x'.repeat(1001) }), 1001, 1000],
		['Viber Button Text', through('viber', { text: 'Hi', ...BUTTON, buttonText: 'x'.repeat(20) }), 20, 19],
		['WhatsApp Button Text', through('whatsapp', { text: 'Hi', ...BUTTON, buttonText: 'x'.repeat(20) }), 20, 19],
	])('%s is too long', (field, content, length, most) => {
		const message = `${field} has ${length} characters; at most ${most} are allowed.`;
		expect(check(content)).toEqual([{ code: 'textTooLong', field, message }]);
	});

	it('1,000 emoji and a button of 19 are not too long', () => {
		expect(check(through('viber', { text: '😀'.repeat(1000), ...BUTTON, buttonText: '😀'.repeat(19) }))).toEqual([]);
	});
});

describe('what needs company', () => {
	it.each<[ChannelName, string, ChannelContent, string[]]>([
		['viber', 'Button Text', { buttonText: 'Open' }, ['Button URL']],
		['viber', 'Button URL', { buttonUrl: 'https://shop.example/' }, ['Button Text']],
		['viber', 'Button URL', { buttonUrl: 'https://shop.example/', buttonText: ' ' }, ['Button Text']],
		['viber', 'Picture URL', { imageUrl: 'https://i.example/' }, ['Button Text', 'Button URL']],
		['whatsapp', 'Button Text', { buttonText: 'Open' }, ['Button URL']],
		['whatsapp', 'Button URL', { buttonUrl: 'https://shop.example/' }, ['Button Text']],
	])('%s: %s alone', (name, label, content, needed) => {
		const { title } = CHANNELS[name];
		const violations = needed.map((other) => ({
			code: 'fieldAlone',
			field: `${title} ${other}`,
			message: `${title} ${label} is given without ${other}; fill in both or neither.`,
		}));
		expect(check(through(name, { text: 'Hi', ...content }))).toEqual(violations);
	});
});

it.each([0, -1, 1.5, NaN, Infinity])('%d is no number of minutes', (validityPeriod) => {
	const field = 'Viber Validity (Minutes)';
	const message = `${field} must be a whole number of minutes, 1 or more.`;
	expect(check(through('viber', { text: 'Hi', validityPeriod }))).toEqual([{ code: 'minutesInvalid', field, message }]);
});

describe('blanks that are not refused are not sent', () => {
	it.each<[string, ProtocolName, string, Content]>([
		['a vertical tab as sender', 'xml', 'sender_sms', through('sms', { text: 'Hi', sender: '\v' })],
		['a form feed as picture', 'xml', 'image_url_whatsapp', through('whatsapp', { text: 'Hi', imageUrl: '\f' })],
		['a button without a URL', 'json', 'button_text', through('viber', { text: 'Hi', buttonText: ' ' })],
		['a long button', 'json', 'button_text', through('viber', { text: 'Hi', buttonText: ' '.repeat(20) })],
	])('%s (%s)', (_, protocol, wire, content) => {
		const isSent = unwritten(content).some(([name]) => name === wire);
		const isRefused = check(content, protocol).length > 0;
		expect({ isSent, isRefused }).not.toEqual({ isSent: true, isRefused: false });
	});
});

describe('what a channel outside the cascade holds is checked as well, since it goes onto the wire', () => {
	it.each<[string, string, ChannelContent]>([
		['a character', 'characterNotAllowed', { text: 'a\0b' }],
		['a length', 'textTooLong', { text: 'x'.repeat(1001) }],
		['a button', 'fieldAlone', { text: 'Hi', buttonText: 'Open' }],
		['minutes', 'minutesInvalid', { text: 'Hi', validityPeriod: 0 }],
	])('%s: %s', (_, code, viber) => {
		const channels = { ...sms('Hi').channels, ...through('viber', viber).channels };
		expect(codes({ cascade: ['sms'], channels }, 'xml')).toEqual([code]);
	});
});

it('all broken rules are named at once', () => {
	const content: Content = {
		cascade: ['viber', 'sms'],
		channels: { viber: { buttonText: 'x'.repeat(20), validityPeriod: 0 } },
	};
	expect(codes(content, 'json', { ...TO, clientMessageId: 'A1' })).toEqual([
		...['fieldMissing', 'fieldMissing', 'fieldAlone', 'textTooLong', 'minutesInvalid'],
		...['fieldMissing', 'fieldMissing'],
		'clientMessageIdInvalid',
	]);
});

describe('the sender of an SMS', () => {
	const from = (sender: string): ReturnType<typeof check> => check(through('sms', { sender, text: 'Hi' }));

	it.each(['MyShop', 'MyShopMySho', 'МойМагазинЪ', '+7900000000', '123456789012345'])('may be %s', (sender) => {
		expect(from(sender)).toEqual([]);
	});

	it.each([
		['MyShopMyShop', 12],
		['1234567890123456', 16],
		['+79000000001', 12],
		['12345678901a', 12],
	])('may not be %s', (sender, length) => {
		const message = `SMS Sender has ${length} characters; at most 11 are allowed, or 15 if all are digits.`;
		expect(from(sender)).toEqual([{ code: 'senderTooLong', field: 'SMS Sender', message }]);
	});

	it('has its bounds in an SMS only', () => {
		expect(check(through('viber', { sender: 'MyShopMyShop', text: 'Hi' }))).toEqual([]);
	});
});
