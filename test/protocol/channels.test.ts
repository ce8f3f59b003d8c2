import type { ChannelName } from '../../nodes/CascadeMessaging/protocol/channels';
import { CHANNEL_NAMES, CHANNELS, isChannelName } from '../../nodes/CascadeMessaging/protocol/channels';
import type { ContentField } from '../../nodes/CascadeMessaging/protocol/contentFields';

describe.each(CHANNEL_NAMES)('the row of %s', (name) => {
	const channel = CHANNELS[name];

	it('names place, ID, state and price as the protocol does', () => {
		const { order, id, state, price } = channel;
		expect({ order, id, state, price }).toEqual({
			order: `send_${name}`,
			id: `id_${name}`,
			state: `state_${name}`,
			price: `price_${name}`,
		});
	});

	it('has the words for the interface', () => {
		expect(channel.title).not.toBe('');
		for (const { label, description } of channel.fields) expect([label, description]).not.toContain('');
	});

	it('shows an example for every text', () => {
		for (const { kind, placeholder } of channel.fields) {
			if (kind === 'text' || kind === 'name') expect(placeholder).toMatch(/^e\.g\. \S/);
			else expect(placeholder).toBeUndefined();
		}
	});

	it('has every field once, and the fields that one needs', () => {
		const names = channel.fields.map((field) => field.name);
		expect(new Set(names).size).toBe(names.length);
		expect(names).toEqual(expect.arrayContaining(channel.fields.flatMap((field) => field.needs ?? [])));
	});
});

it.each<[ChannelName, string[]]>([
	['viber', ['sender_viber', 'text_viber', 'button_text', 'button_url', 'image_url', 'validity_period_viber', 'finale_viber_read']],
	['vk', ['templateId', 'templateData']],
	['sms', ['sender_sms', 'text_sms']],
	[
		'whatsapp',
		['sender_whatsapp', 'text_whatsapp', 'button_text_whatsapp', 'button_url_whatsapp', 'image_url_whatsapp', 'validity_period_whatsapp'],
	],
])('%s writes the wire fields %j', (name, wire) => {
	expect(CHANNELS[name].fields.map((field) => field.wire)).toEqual(wire);
});

/** A field in short: its name, how it goes onto the wire, and what is asked of it. */
const inShort = ({ name, kind, required, maxLength, longest, needs = [], rare }: ContentField): string =>
	[
		`${name}: ${kind}`,
		...(required ? ['required'] : []),
		...(maxLength === undefined ? [] : [`at most ${maxLength}`]),
		...(longest === undefined ? [] : [`at most ${longest.name} or ${longest.digits} digits`]),
		...(needs.length > 0 ? [`with ${needs.join(' and ')}`] : []),
		...(rare ? ['rare'] : []),
	].join(', ');

it.each<[ChannelName, string[]]>([
	[
		'viber',
		[
			'sender: name, required',
			'text: text, required, at most 1000',
			'buttonText: text, at most 19, with buttonUrl, rare',
			'buttonUrl: name, with buttonText, rare',
			'imageUrl: name, with buttonText and buttonUrl, rare',
			'validityPeriod: minutes, rare',
			'finaleRead: flag, rare',
		],
	],
	['vk', ['templateId: name, required', 'templateData: parameters']],
	['sms', ['sender: name, required, at most 11 or 15 digits', 'text: text, required']],
	[
		'whatsapp',
		[
			'sender: name',
			'text: text, required, at most 1000',
			'buttonText: text, at most 19, with buttonUrl, rare',
			'buttonUrl: name, with buttonText, rare',
			'imageUrl: name, rare',
			'validityPeriod: minutes, rare',
		],
	],
])('%s asks of its fields what the protocol asks', (name, fields) => {
	expect(CHANNELS[name].fields.map(inShort)).toEqual(fields);
});

describe('the words for the interface say what a channel asks', () => {
	const described = (name: ChannelName, field: ContentField['name']): string | undefined =>
		CHANNELS[name].fields.find((one) => one.name === field)?.description;

	it.each<[ChannelName, ContentField['name'], string]>([
		['viber', 'sender', 'The sender name shown in Viber, as registered with your operator'],
		['sms', 'sender', 'The sender name shown in the SMS, as registered with your operator'],
		['whatsapp', 'sender', 'The sender shown in WhatsApp, as registered with your operator. Empty means a number the operator picks.'],
		['viber', 'text', 'The text of the message, at most 1000 characters'],
		['sms', 'text', 'The text of the SMS. A long text is charged as several parts.'],
		['viber', 'imageUrl', 'The address of a picture to show. Needs Button Text and Button URL.'],
		['whatsapp', 'imageUrl', 'The address of a picture to show'],
	])('%s %s: %s', (name, field, words) => {
		expect(described(name, field)).toBe(words);
	});

	it.each<[ChannelName, string]>([
		['viber', 'Viber'],
		['whatsapp', 'WhatsApp'],
	])('the validity of %s is that of %s', (name, title) => {
		expect(described(name, 'validityPeriod')).toContain(`keep trying ${title} before the next channel`);
	});
});

it('a text in an SMS may have any length', () => {
	expect(CHANNELS.sms.fields.find(({ name }) => name === 'text')).not.toHaveProperty('maxLength');
});

it('the table lists Viber, SMS, VK and WhatsApp, in this order', () => {
	expect(CHANNEL_NAMES).toEqual(['viber', 'sms', 'vk', 'whatsapp']);
});

it('no two fields share a wire name', () => {
	const rows = CHANNEL_NAMES.map((name) => CHANNELS[name]);
	const wire = rows.flatMap(({ order, fields }) => [order, ...fields.map((field) => field.wire)]);
	expect(new Set(wire).size).toBe(wire.length);
});

it('only SMS is charged by parts', () => {
	const charged = CHANNEL_NAMES.flatMap((name) => CHANNELS[name].parts ?? []);
	expect(charged).toEqual(['num_parts_sms']);
	expect(CHANNELS.sms.parts).toBe('num_parts_sms');
});

describe('isChannelName', () => {
	it.each(['viber', 'vk', 'sms', 'whatsapp'])('takes %s', (name) => {
		expect(isChannelName(name)).toBe(true);
	});

	it.each(['', 'Viber', 'pigeon', '__proto__', 'constructor', 'toString', 1, null, undefined, ['sms']])('refuses %j', (value) => {
		expect(isChannelName(value)).toBe(false);
	});
});
