import type { ChannelContent } from './message';

/** The channels a cascade can go through, by the name used in code, interface and output. */
export type ChannelName = 'viber' | 'vk' | 'sms' | 'whatsapp';

/**
 * How a content field is written on the wire: as text, as a name (blanks around it are no part of it), as whole minutes, as 0/1, or as
 * named values.
 */
export type FieldKind = 'text' | 'name' | 'minutes' | 'flag' | 'parameters';

/** One field of a channel's content: its place on the wire, its rules, and the words the interface shows. */
export interface ContentField {
	readonly name: keyof ChannelContent;
	readonly wire: string;
	readonly kind: FieldKind;
	readonly label: string;
	readonly description: string;
	readonly placeholder?: string;
	/** A message through this channel makes no sense without the field. */
	readonly required?: true;
	/** The most characters (Unicode code points) the gateway takes. */
	readonly maxLength?: number;
	/** The most characters the gateway takes: of a name, and of one that is digits alone. */
	readonly longest?: { readonly name: number; readonly digits: number };
	/** Fields that must be filled in together with this one. */
	readonly needs?: readonly (keyof ChannelContent)[];
	/** Few users need it: the interface keeps it in the step's options. */
	readonly rare?: true;
}

/** One channel: the wire names of its place, IDs, states and prices, and the fields of its content. */
export interface Channel {
	readonly title: string;
	readonly order: string;
	readonly id: string;
	readonly state: string;
	readonly price: string;
	/** Where a state record says how many parts were charged, for channels that charge by part. */
	readonly parts?: string;
	readonly fields: readonly ContentField[];
}

const senderField = (wire: string, where: string): ContentField => ({
	name: 'sender',
	wire,
	kind: 'name',
	label: 'Sender',
	placeholder: 'e.g. MyShop',
	description: `The sender name shown ${where}, as registered with your operator`,
	required: true,
});

/** The longest sender of an SMS: a name, or a number of digits alone (docs/protocol.md section 6a). */
const SMS_SENDER = { name: 11, digits: 15 };

const textField = (wire: string, maxLength?: number): ContentField => ({
	name: 'text',
	wire,
	kind: 'text',
	label: 'Text',
	placeholder: 'e.g. Your order is ready for pickup',
	description:
		maxLength === undefined
			? 'The text of the SMS. A long text is charged as several parts.'
			: `The text of the message, at most ${maxLength} characters`,
	required: true,
	...(maxLength !== undefined && { maxLength }),
});

const buttonAndPicture = (suffix: string, pictureNeedsButton: boolean): ContentField[] => [
	{
		name: 'buttonText',
		wire: `button_text${suffix}`,
		kind: 'text',
		label: 'Button Text',
		placeholder: 'e.g. Open order',
		description: 'The words on the button, at most 19 characters. Needs Button URL.',
		maxLength: 19,
		needs: ['buttonUrl'],
		rare: true,
	},
	{
		name: 'buttonUrl',
		wire: `button_url${suffix}`,
		kind: 'name',
		label: 'Button URL',
		placeholder: 'e.g. https://shop.example/orders/42',
		description: 'What the button opens. Needs Button Text.',
		needs: ['buttonText'],
		rare: true,
	},
	{
		name: 'imageUrl',
		wire: `image_url${suffix}`,
		kind: 'name',
		label: 'Picture URL',
		placeholder: 'e.g. https://shop.example/picture.png',
		description: pictureNeedsButton
			? 'The address of a picture to show. Needs Button Text and Button URL.'
			: 'The address of a picture to show',
		...(pictureNeedsButton && { needs: ['buttonText', 'buttonUrl'] as const }),
		rare: true,
	},
];

const validityField = (wire: string, title: string): ContentField => ({
	name: 'validityPeriod',
	wire,
	kind: 'minutes',
	label: 'Validity (Minutes)',
	description: `How many minutes to keep trying ${title} before the next channel gets its turn. Empty means 60.`,
	rare: true,
});

/**
 * The channels in the order the manual lists them. Fields of the interface, checks, codecs and results all read this
 * table: a further channel is a further row (docs/protocol.md sections 1 and 7).
 */
export const CHANNELS: Readonly<Record<ChannelName, Channel>> = {
	viber: {
		title: 'Viber',
		order: 'send_viber',
		id: 'id_viber',
		state: 'state_viber',
		price: 'price_viber',
		fields: [
			senderField('sender_viber', 'in Viber'),
			textField('text_viber', 1000),
			...buttonAndPicture('', true),
			validityField('validity_period_viber', 'Viber'),
			{
				name: 'finaleRead',
				wire: 'finale_viber_read',
				kind: 'flag',
				label: 'Count Only Read as Delivered',
				description:
					'Whether a message that reached the phone but was not read goes on to the next channel when its validity is over',
				rare: true,
			},
		],
	},
	sms: {
		title: 'SMS',
		order: 'send_sms',
		id: 'id_sms',
		state: 'state_sms',
		price: 'price_sms',
		parts: 'num_parts_sms',
		fields: [{ ...senderField('sender_sms', 'in the SMS'), longest: SMS_SENDER }, textField('text_sms')],
	},
	vk: {
		title: 'VK',
		order: 'send_vk',
		id: 'id_vk',
		state: 'state_vk',
		price: 'price_vk',
		fields: [
			{
				name: 'templateId',
				wire: 'templateId',
				kind: 'name',
				label: 'Template ID',
				placeholder: 'e.g. 100',
				description: "The ID of a template agreed with VK. You find it in the operator's cabinet.",
				required: true,
			},
			{
				name: 'templateData',
				wire: 'templateData',
				kind: 'parameters',
				label: 'Template Parameters',
				description: 'The values to put into the template',
			},
		],
	},
	whatsapp: {
		title: 'WhatsApp',
		order: 'send_whatsapp',
		id: 'id_whatsapp',
		state: 'state_whatsapp',
		price: 'price_whatsapp',
		fields: [
			{
				name: 'sender',
				wire: 'sender_whatsapp',
				kind: 'name',
				label: 'Sender',
				placeholder: 'e.g. MyShop',
				description: 'The sender shown in WhatsApp, as registered with your operator. Empty means a number the operator picks.',
			},
			textField('text_whatsapp', 1000),
			...buttonAndPicture('_whatsapp', false),
			validityField('validity_period_whatsapp', 'WhatsApp'),
		],
	},
};

/** The names of all channels, in the order of the table. */
export const CHANNEL_NAMES = Object.keys(CHANNELS) as ChannelName[];

/** Says whether a value is the name of a channel. */
export function isChannelName(value: unknown): value is ChannelName {
	return typeof value === 'string' && Object.hasOwn(CHANNELS, value);
}
