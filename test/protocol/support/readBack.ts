import { isBlank as isBlankText } from '../../../nodes/CascadeMessaging/protocol/blanks';
import type { ChannelName } from '../../../nodes/CascadeMessaging/protocol/channels';
import type { ChannelContent } from '../../../nodes/CascadeMessaging/protocol/contentFields';
import type { Content, Message, Recipient } from '../../../nodes/CascadeMessaging/protocol/message';
import { parseJson } from './fixtures';
import { parseXml } from './xmlTree';

/** Where docs/protocol.md sections 1 and 7 put each wire field, stated here once more and independently. */
const PLACES: Readonly<Record<string, ChannelName>> = {
	send_viber: 'viber',
	send_vk: 'vk',
	send_sms: 'sms',
	send_whatsapp: 'whatsapp',
};

const FIELDS: Readonly<Record<string, readonly [ChannelName, keyof ChannelContent]>> = {
	sender_viber: ['viber', 'sender'],
	text_viber: ['viber', 'text'],
	button_text: ['viber', 'buttonText'],
	button_url: ['viber', 'buttonUrl'],
	image_url: ['viber', 'imageUrl'],
	validity_period_viber: ['viber', 'validityPeriod'],
	finale_viber_read: ['viber', 'finaleRead'],
	sender_sms: ['sms', 'sender'],
	text_sms: ['sms', 'text'],
	templateId: ['vk', 'templateId'],
	templateData: ['vk', 'templateData'],
	sender_whatsapp: ['whatsapp', 'sender'],
	text_whatsapp: ['whatsapp', 'text'],
	button_text_whatsapp: ['whatsapp', 'buttonText'],
	button_url_whatsapp: ['whatsapp', 'buttonUrl'],
	image_url_whatsapp: ['whatsapp', 'imageUrl'],
	validity_period_whatsapp: ['whatsapp', 'validityPeriod'],
};

/** One message as it stands on the wire: fields and values, and the names and values of `templateData`. */
type WireField = readonly [name: string, value: string | readonly (readonly [string, string])[]];

type Plain = Record<string, unknown>;

/** A message in a form that two readings can be compared in: unused fields left out, parameters by name. */
export interface Comparable {
	readonly cascade: readonly ChannelName[];
	readonly channels: Readonly<Partial<Record<ChannelName, Plain>>>;
	readonly campaignName?: string;
	readonly sendAt?: string;
	readonly recipients: readonly Recipient[];
}

/** What of a message must arrive. `textOf` is what the protocol may do to a text. */
export function comparable({ content, recipients }: Message, textOf = (text: string): string => text): Comparable {
	const channels = Object.entries(content.channels).map(([name, channel]) => [name, plainContent(channel, textOf)] as const);
	return {
		...campaignOf(content, textOf),
		cascade: content.cascade,
		channels: Object.fromEntries(channels.filter(([, channel]) => Object.keys(channel).length > 0)),
		recipients,
	};
}

function campaignOf({ campaignName, sendAt }: Content, textOf: (text: string) => string): Pick<Content, 'campaignName' | 'sendAt'> {
	return {
		...(campaignName !== undefined && !isBlank(campaignName) && { campaignName: textOf(campaignName) }),
		...(sendAt && { sendAt }),
	};
}

function plainContent(content: ChannelContent, textOf: (text: string) => string): Plain {
	const plain: Plain = {};
	const { templateData = [], ...scalars } = content;
	for (const [name, value] of Object.entries(scalars)) {
		if (value !== false && !isBlank(value)) plain[name] = typeof value === 'string' ? textOf(value) : value;
	}
	if (templateData.length > 0) plain.templateData = sorted(templateData.map(({ name, value }) => [name, textOf(value)] as const));
	return plain;
}

/** Blanks say nothing: whether they are sent is left open. */
function isBlank(value: unknown): boolean {
	return value === undefined || (typeof value === 'string' && isBlankText(value));
}

function sorted(parameters: readonly (readonly [string, string])[]): (readonly [string, string])[] {
	return [...parameters].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The messages of a JSON send request. */
export function readJsonRequest(body: string): Comparable[] {
	const { message } = parseJson(body) as { message: ({ phones: Plain[] } & Plain)[] };
	return message.map(({ phones, ...fields }) => {
		const wire = Object.entries(fields).map(([name, value]): WireField => [
			name,
			name === 'templateData' ? parametersIn(value) : textIn(value),
		]);
		return fromWire(
			wire,
			phones.map((one) => recipientOf(new Map(Object.entries(one)))),
		);
	});
}

/** The messages of an XML send request, its `\n` turned back into line breaks. */
export function readXmlRequest(body: string): Comparable[] {
	const broken = (text: string): string => text.replaceAll(String.raw`\n`, '\n');
	return parseXml(body).children.map(({ children }) => {
		const fields = children.filter(({ name }) => name !== 'abonent');
		const wire = fields.map(({ name, text, children: parameters }): WireField => [
			name,
			name === 'templateData' ? parameters.map((one) => [one.name, broken(one.text)] as const) : broken(text),
		]);
		return fromWire(
			wire,
			children.filter(({ name }) => name === 'abonent').map(({ attributes }) => recipientOf(attributes)),
		);
	});
}

/** The message of a GET send request. */
export function readGetRequest(query: string): Comparable {
	const { phone = '', ...fields } = Object.fromEntries(new URLSearchParams(query));
	const wire = Object.entries(fields).map(([name, value]): WireField => [
		name,
		name === 'templateData' ? parametersIn(parseJson(value)) : value,
	]);
	return fromWire(
		wire,
		phone.split(',').map((one) => ({ phone: one })),
	);
}

function recipientOf(fields: ReadonlyMap<string, unknown>): Recipient {
	const { phone, client_id_message: clientMessageId, ...unknown } = Object.fromEntries(fields);
	if (Object.keys(unknown).length > 0) throw new Error(`No such fields of a recipient: ${JSON.stringify(unknown)}`);
	return {
		phone: textIn(phone),
		...(clientMessageId !== undefined && { clientMessageId: textIn(clientMessageId) }),
	};
}

function parametersIn(value: unknown): (readonly [string, string])[] {
	return Object.entries(value ?? {}).map(([name, one]) => [name, textIn(one)] as const);
}

/** All scalar values travel as strings. */
function textIn(value: unknown): string {
	if (typeof value === 'string') return value;
	throw new Error(`No text: ${JSON.stringify(value)}`);
}

function fromWire(fields: readonly WireField[], recipients: readonly Recipient[]): Comparable {
	const cascade: ChannelName[] = [];
	const channels: Partial<Record<ChannelName, Plain>> = {};
	const campaign: { campaignName?: string; sendAt?: string } = {};
	for (const [wire, value] of fields.filter(([, one]) => !isBlank(one))) {
		const place = PLACES[wire];
		const field = FIELDS[wire];
		if (place !== undefined) cascade[Number(value) - 1] = place;
		else if (wire === 'name_delivery') campaign.campaignName = String(value);
		else if (wire === 'time_send') campaign.sendAt = String(value);
		else if (field === undefined) throw new Error(`No such wire field: ${wire}`);
		else channels[field[0]] = { ...channels[field[0]], [field[1]]: valueOf(field[1], value) };
	}
	return { ...campaign, cascade, channels, recipients };
}

function valueOf(name: keyof ChannelContent, value: WireField[1]): unknown {
	if (typeof value !== 'string') return sorted(value);
	if (name === 'validityPeriod') return Number(value);
	return name === 'finaleRead' ? value === '1' : value;
}
