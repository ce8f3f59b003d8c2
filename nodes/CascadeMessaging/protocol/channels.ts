import type { ContentField } from './contentFields';
import { contentField } from './contentFields';

/** One channel: the wire names of its place, IDs, states and prices, and the fields of its content. */
export interface Channel {
	readonly title: string;
	readonly order: string;
	readonly id: string;
	readonly state: string;
	readonly price: string;
	/** Where a state record says how many parts were charged, for channels that charge by part. */
	readonly parts?: string;
	/** Whether its states go on after delivery: read, link opened, unsubscribed (docs/protocol.md section 5). */
	readonly tellsEngagement?: true;
	readonly fields: readonly ContentField[];
}

/** A sender name that must be registered with the operator. */
const registeredSender = (where: string): { description: string; required: true } => ({
	description: `The sender name shown ${where}, as registered with your operator`,
	required: true,
});

/** The longest sender of an SMS: a name, or a number of digits alone (docs/protocol.md section 6a). */
const SMS_SENDER = { name: 11, digits: 15 };

const textField = (wire: string, maxLength: number): ContentField =>
	contentField('text', { wire, description: `The text of the message, at most ${maxLength} characters`, required: true, maxLength });

const buttonFields = (suffix: string): ContentField[] => [
	contentField('buttonText', {
		wire: `button_text${suffix}`,
		description: 'The words on the button, at most 19 characters. Needs Button URL.',
		maxLength: 19,
		needs: ['buttonUrl'],
	}),
	contentField('buttonUrl', {
		wire: `button_url${suffix}`,
		description: 'What the button opens. Needs Button Text.',
		needs: ['buttonText'],
	}),
];

const validityField = (wire: string, title: string): ContentField =>
	contentField('validityPeriod', {
		wire,
		description: `How many minutes to keep trying ${title} before the next channel gets its turn. Empty means 60.`,
	});

const TABLE = {
	viber: {
		title: 'Viber',
		order: 'send_viber',
		id: 'id_viber',
		state: 'state_viber',
		price: 'price_viber',
		tellsEngagement: true,
		fields: [
			contentField('sender', { wire: 'sender_viber', ...registeredSender('in Viber') }),
			textField('text_viber', 1000),
			...buttonFields(''),
			contentField('imageUrl', {
				wire: 'image_url',
				description: 'The address of a picture to show. Needs Button Text and Button URL.',
				needs: ['buttonText', 'buttonUrl'],
			}),
			validityField('validity_period_viber', 'Viber'),
			contentField('finaleRead', {
				wire: 'finale_viber_read',
				description: 'Whether a message that reached the phone but was not read goes on to the next channel when its validity is over',
			}),
		],
	},
	sms: {
		title: 'SMS',
		order: 'send_sms',
		id: 'id_sms',
		state: 'state_sms',
		price: 'price_sms',
		parts: 'num_parts_sms',
		fields: [
			contentField('sender', { wire: 'sender_sms', ...registeredSender('in the SMS'), longest: SMS_SENDER, listed: 'senders' }),
			contentField('text', {
				wire: 'text_sms',
				description: 'The text of the SMS. A long text is charged as several parts.',
				required: true,
			}),
		],
	},
	vk: {
		title: 'VK',
		order: 'send_vk',
		id: 'id_vk',
		state: 'state_vk',
		price: 'price_vk',
		fields: [
			contentField('templateId', {
				wire: 'templateId',
				description: "The ID of a template agreed with VK. You find it in the operator's cabinet.",
				required: true,
			}),
			contentField('templateData', { wire: 'templateData', description: 'The values to put into the template' }),
		],
	},
	whatsapp: {
		title: 'WhatsApp',
		order: 'send_whatsapp',
		id: 'id_whatsapp',
		state: 'state_whatsapp',
		price: 'price_whatsapp',
		fields: [
			contentField('sender', {
				wire: 'sender_whatsapp',
				description: 'The sender shown in WhatsApp, as registered with your operator. Empty means a number the operator picks.',
			}),
			textField('text_whatsapp', 1000),
			...buttonFields('_whatsapp'),
			contentField('imageUrl', { wire: 'image_url_whatsapp', description: 'The address of a picture to show' }),
			validityField('validity_period_whatsapp', 'WhatsApp'),
		],
	},
} satisfies Readonly<Record<string, Channel>>;

/** The channels a cascade can go through, by the name used in code, interface and output. */
export type ChannelName = keyof typeof TABLE;

/** Rows of channels by their names. */
export type ChannelTable = Readonly<Record<ChannelName, Channel>>;

/**
 * The channels in the order the manual lists them. Fields of the interface, checks, codecs and results all read this
 * table: a further channel is a further row (docs/protocol.md sections 1 and 7).
 */
export const CHANNELS: ChannelTable = TABLE;

/** The names of the channels in a table of them, or in any other record by channel, in its order. */
export function channelNamesIn(table: Partial<Readonly<Record<ChannelName, unknown>>>): ChannelName[] {
	return Object.keys(table) as ChannelName[];
}

/** The names of all channels, in the order of the table. */
export const CHANNEL_NAMES = channelNamesIn(CHANNELS);

/** Says whether a value is the name of a channel. */
export function isChannelName(value: unknown): value is ChannelName {
	return typeof value === 'string' && Object.hasOwn(CHANNELS, value);
}

/** The channel that answers about the account call by this word: its name in the table, in any case. Null for any other word (section 8). */
export function channelCalled(word: string, channels: ChannelTable): ChannelName | null {
	return channelNamesIn(channels).find((name) => name === word.toLowerCase()) ?? null;
}
