import { CHANNEL_NAMES, CHANNELS, isChannelName } from '../../nodes/CascadeMessaging/protocol/channels';
import type { ChannelName } from '../../nodes/CascadeMessaging/protocol/channels';

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

	it('has every field once, and the fields that one needs', () => {
		const names = channel.fields.map((field) => field.name);
		expect(new Set(names).size).toBe(names.length);
		expect(names).toEqual(expect.arrayContaining(channel.fields.flatMap((field) => field.needs ?? [])));
	});
});

it.each<[ChannelName, string[]]>([
	[
		'viber',
		[
			'sender_viber',
			'text_viber',
			'button_text',
			'button_url',
			'image_url',
			'validity_period_viber',
			'finale_viber_read',
		],
	],
	['vk', ['templateId', 'templateData']],
	['sms', ['sender_sms', 'text_sms']],
	[
		'whatsapp',
		[
			'sender_whatsapp',
			'text_whatsapp',
			'button_text_whatsapp',
			'button_url_whatsapp',
			'image_url_whatsapp',
			'validity_period_whatsapp',
		],
	],
])('%s writes the wire fields %j', (name, wire) => {
	expect(CHANNELS[name].fields.map((field) => field.wire)).toEqual(wire);
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

	it.each(['', 'Viber', 'telegram', '__proto__', 'constructor', 'toString', 1, null, undefined, ['sms']])(
		'refuses %j',
		(value) => {
			expect(isChannelName(value)).toBe(false);
		},
	);
});
