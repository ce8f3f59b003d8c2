import { CHANNELS, CHANNEL_TABLE, type Channel } from './channels';
import { checkChannel } from './checkChannel';
import type { Content } from './content';
import type { RawMessage } from './message';
import { refuse, WORDS } from './refusal';
import { parseSendAt } from './wallTime';

const USUAL_CAMPAIGN = 'Шлюз';
/** The manual lets these two be empty; an unused field must otherwise stay off the wire. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['name_delivery', 'time_send']);

/**
 * Checks a whole message but for its recipients (PROTOCOL sections 1 and 7).
 * @param timeZone the gateway's IANA time zone, in which `time_send` is read
 * @throws {Refusal} when any rule is broken; nothing of the message is sent then
 */
export function checkMessage(message: RawMessage, timeZone: string): Content {
	if (message.usesLists) refuse(WORDS.noLists);
	const order = readCascade(message.fields);
	checkNothingIsEmpty(message.fields);
	checkNothingIsIdle(message, order);
	const cascade = order.map((channel) => checkChannel(channel, message.fields, message.templateData));
	if (message.recipients.length === 0) refuse(WORDS.noRecipients);
	return {
		cascade,
		texts: Object.fromEntries(cascade.filter(({ text }) => text !== '').map(({ channel, text }) => [channel, text])),
		campaign: readCampaign(message.fields.get('name_delivery') ?? ''),
		sendAt: readSendAt(message.fields.get('time_send') ?? '', timeZone),
	};
}

function readCascade(fields: ReadonlyMap<string, string>): Channel[] {
	const places = new Map<string, Channel>();
	for (const channel of CHANNELS) {
		const name = CHANNEL_TABLE[channel].order;
		const place = fields.get(name) ?? '0';
		if (!/^[0-9]$/.test(place)) refuse(`Поле ${name} должно быть числом от 0 до 9`);
		if (place === '0') continue;
		if (places.has(place)) refuse('Порядок направлений повторяется');
		places.set(place, channel);
	}
	if (places.size === 0) refuse(WORDS.noChannel);
	return [...places].sort(([one], [other]) => Number(one) - Number(other)).map(([, channel]) => channel);
}

function checkNothingIsEmpty(fields: ReadonlyMap<string, string>): void {
	for (const [name, value] of fields) {
		if (value === '' && !MAY_BE_EMPTY.has(name)) refuse(`Пустое поле ${name}`);
	}
}

/** What a message does not use must not be on the wire (PROTOCOL section 7). */
function checkNothingIsIdle(message: RawMessage, order: readonly Channel[]): void {
	for (const channel of CHANNELS) {
		if (order.includes(channel)) continue;
		const { fields, title } = CHANNEL_TABLE[channel];
		const idle = Object.values(fields).find((name) => message.fields.has(name));
		if (idle !== undefined) refuse(`Поле ${idle} указано без направления ${title}`);
	}
	if (message.templateData && !order.includes('vk')) refuse('Поле templateData указано без направления VK');
}

function readCampaign(text: string): string {
	return text === '' ? USUAL_CAMPAIGN : text;
}

function readSendAt(text: string, timeZone: string): number | null {
	if (text === '') return null;
	return parseSendAt(text, timeZone) ?? refuse('Поле time_send должно быть в формате YYYY-MM-DD hh:mm');
}
