/** The four channels of the gateway, in the order in which answers list them. */
export const CHANNELS = ['viber', 'vk', 'sms', 'whatsapp'] as const;

/** One way to reach a subscriber. */
export type Channel = (typeof CHANNELS)[number];

/** The scalar wire fields a channel may have; templateData is not one of them. */
export type Part =
	| 'sender'
	| 'text'
	| 'buttonText'
	| 'buttonUrl'
	| 'imageUrl'
	| 'validity'
	| 'finaleRead'
	| 'templateId';

/** What the gateway knows about one channel (PROTOCOL sections 1 and 7). */
export interface ChannelRow {
	/** Name in the gateway's own Russian texts. */
	readonly title: string;
	/** First protocol revision that has the channel. */
	readonly revision: 1 | 2;
	/** The wire field that holds its place in the cascade. */
	readonly order: string;
	/** Wire names of its scalar fields. */
	readonly fields: Partial<Record<Part, string>>;
	readonly required: readonly Part[];
	/** Most characters (Unicode code points) in the text, and on the button. */
	readonly textLimit: number | null;
	readonly buttonLimit: number | null;
	/** Most characters of a sender name, and of one that is all digits. */
	readonly senderLimits: { readonly words: number; readonly digits: number } | null;
	readonly pictureNeedsButton: boolean;
	/** Whether its state says, from revision 2 on, that the message was read, and what came of it (PROTOCOL section 5). */
	readonly tellsEngagement: boolean;
	/** How long the gateway keeps trying when the message does not say, in minutes. */
	readonly validityMinutes: number;
	/** Seconds until a receipt comes: delivered, then read, or not delivered. */
	readonly seconds: { readonly deliver: number; readonly read: number; readonly notDeliver: number };
	/** Price in hundredths; a refunded channel costs nothing when it ends without delivery. */
	readonly price: { readonly hundredths: number; readonly separator: '.' | ','; readonly refunded: boolean };
	/** The first channel ID given out. */
	readonly firstId: number;
}

/**
 * The channels as data. Viber prices carry a comma and SMS prices a dot, as in the worked examples.
 * A fifth channel is one more row.
 */
export const CHANNEL_TABLE: Readonly<Record<Channel, ChannelRow>> = {
	viber: {
		title: 'VIBER',
		revision: 1,
		order: 'send_viber',
		fields: {
			sender: 'sender_viber',
			text: 'text_viber',
			buttonText: 'button_text',
			buttonUrl: 'button_url',
			imageUrl: 'image_url',
			validity: 'validity_period_viber',
			finaleRead: 'finale_viber_read',
		},
		required: ['sender', 'text'],
		textLimit: 1000,
		buttonLimit: 19,
		senderLimits: null,
		pictureNeedsButton: true,
		tellsEngagement: true,
		validityMinutes: 60,
		seconds: { deliver: 3, read: 12, notDeliver: 6 },
		price: { hundredths: 115, separator: ',', refunded: true },
		firstId: 5001,
	},
	vk: {
		title: 'VK',
		revision: 1,
		order: 'send_vk',
		fields: { templateId: 'templateId' },
		required: ['templateId'],
		textLimit: null,
		buttonLimit: null,
		senderLimits: null,
		pictureNeedsButton: false,
		tellsEngagement: false,
		validityMinutes: 60,
		seconds: { deliver: 4, read: 20, notDeliver: 6 },
		price: { hundredths: 90, separator: '.', refunded: true },
		firstId: 9001,
	},
	sms: {
		title: 'SMS',
		revision: 1,
		order: 'send_sms',
		fields: { sender: 'sender_sms', text: 'text_sms' },
		required: ['sender', 'text'],
		textLimit: null,
		buttonLimit: null,
		senderLimits: { words: 11, digits: 15 },
		pictureNeedsButton: false,
		tellsEngagement: false,
		validityMinutes: 1440,
		seconds: { deliver: 5, read: 0, notDeliver: 8 },
		price: { hundredths: 170, separator: '.', refunded: false },
		firstId: 7001,
	},
	whatsapp: {
		title: 'WHATSAPP',
		revision: 2,
		order: 'send_whatsapp',
		fields: {
			sender: 'sender_whatsapp',
			text: 'text_whatsapp',
			buttonText: 'button_text_whatsapp',
			buttonUrl: 'button_url_whatsapp',
			imageUrl: 'image_url_whatsapp',
			validity: 'validity_period_whatsapp',
		},
		required: ['text'],
		textLimit: 1000,
		buttonLimit: 19,
		senderLimits: null,
		pictureNeedsButton: false,
		tellsEngagement: false,
		validityMinutes: 60,
		seconds: { deliver: 4, read: 15, notDeliver: 6 },
		price: { hundredths: 240, separator: '.', refunded: true },
		firstId: 3001,
	},
};
