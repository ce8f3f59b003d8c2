import type { Channel } from './channel';

const ROWS = [
	{
		name: 'viber',
		title: 'Viber',
		revision: 1,
		fields: {
			sender: { wire: 'sender_viber', required: true },
			text: { wire: 'text_viber', required: true, longest: 1000 },
			buttonText: { wire: 'button_text', longest: 19 },
			buttonUrl: { wire: 'button_url' },
			imageUrl: { wire: 'image_url', needsButton: true },
			validity: { wire: 'validity_period_viber' },
			finaleRead: { wire: 'finale_viber_read' },
		},
		tellsEngagement: true,
		takesReplies: true,
		validityMinutes: 60,
		seconds: { deliver: 3, read: 12, notDeliver: 6 },
		price: { hundredths: 115, separator: ',', refunded: true },
		firstId: 5001,
		look: { light: '#6d5ce8', dark: '#9a8dff', ticks: true },
	},
	{
		name: 'sms',
		title: 'SMS',
		revision: 1,
		fields: {
			sender: { wire: 'sender_sms', required: true },
			text: { wire: 'text_sms', required: true },
		},
		senderLimits: { words: 11, digits: 15 },
		chargedByPart: true,
		validityMinutes: 1440,
		seconds: { deliver: 5, read: 0, notDeliver: 8 },
		price: { hundredths: 170, separator: '.', refunded: false },
		firstId: 7001,
		look: { light: '#39424f', dark: '#aab4c3', ticks: false },
	},
	{
		name: 'vk',
		title: 'VK',
		revision: 1,
		fields: { templateId: { wire: 'templateId', required: true } },
		validityMinutes: 60,
		seconds: { deliver: 4, read: 20, notDeliver: 6 },
		price: { hundredths: 90, separator: '.', refunded: true },
		firstId: 9001,
		look: { light: '#0068e0', dark: '#5ea8ff', ticks: true },
	},
	{
		name: 'whatsapp',
		title: 'WhatsApp',
		revision: 2,
		fields: {
			sender: { wire: 'sender_whatsapp' },
			text: { wire: 'text_whatsapp', required: true, longest: 1000 },
			buttonText: { wire: 'button_text_whatsapp', longest: 19 },
			buttonUrl: { wire: 'button_url_whatsapp' },
			imageUrl: { wire: 'image_url_whatsapp' },
			validity: { wire: 'validity_period_whatsapp' },
		},
		validityMinutes: 60,
		seconds: { deliver: 4, read: 15, notDeliver: 6 },
		price: { hundredths: 240, separator: '.', refunded: true },
		firstId: 3001,
		look: { light: '#0f8a4c', dark: '#3ecf7f', ticks: true },
	},
] as const satisfies readonly Channel[];

/** The name of a channel in the table. */
export type ChannelName = (typeof ROWS)[number]['name'];

/**
 * The channels, in the order in which JSON answers to sending list them. A further channel is one more row: requests, answers, IDs,
 * states, prices, scenarios and the page read this table. Viber prices carry a comma and the others a dot, as in the worked examples.
 */
export const CHANNELS: readonly Channel[] = ROWS;
