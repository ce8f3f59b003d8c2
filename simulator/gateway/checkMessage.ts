import { type Channel, wireName } from './channel';
import { checkChannel } from './checkChannel';
import { type Cascade, type Content, textsOf } from './content';
import { wireFields } from './knownFields';
import type { RawMessage } from './message';
import { refuse, WORDS } from './refusal';
import { parseSendAt } from './wallTime';

const USUAL_CAMPAIGN = 'Шлюз';
/** The manual lets these two be empty; an unused field must otherwise stay off the wire. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['name_delivery', 'time_send']);

/** What the checks must know of the operator: its channels, the IANA time zone in which `time_send` is read, and whether it sends to contact lists. */
interface Operator {
	readonly channels: readonly Channel[];
	readonly timeZone: string;
	readonly sendsToLists: boolean;
}

/**
 * Checks a whole message but for its recipients (PROTOCOL sections 1 and 7).
 * @throws {Refusal} when any rule is broken; nothing of the message is sent then
 */
export function checkMessage(message: RawMessage, { channels, timeZone, sendsToLists }: Operator): Content {
	if (message.lists && !sendsToLists) refuse(WORDS.noLists);
	const [first, ...rest] = readOrder(message.fields, channels);
	if (!first) refuse(WORDS.noChannel);
	checkNothingIsEmpty(message.fields);
	checkNothingIsIdle(message, channels, [first, ...rest]);
	const cascade: Cascade = [checkChannel(first, message), ...rest.map((channel) => checkChannel(channel, message))];
	if (message.recipients.length === 0 && !message.lists?.to.length) refuse(WORDS.noRecipients);
	return {
		cascade,
		texts: textsOf(cascade),
		campaign: readCampaign(message.fields.get('name_delivery') ?? ''),
		sendAt: readSendAt(message.fields.get('time_send') ?? '', timeZone),
	};
}

/** The channels in use, in the order of their places. */
function readOrder(fields: ReadonlyMap<string, string>, channels: readonly Channel[]): readonly Channel[] {
	const places = new Map<string, Channel>();
	for (const channel of channels) {
		const name = wireName('send', channel);
		const place = fields.get(name) ?? '0';
		if (!/^[0-9]$/.test(place)) refuse(`Поле ${name} должно быть числом от 0 до 9`);
		if (place === '0') continue;
		if (places.has(place)) refuse('Порядок направлений повторяется');
		places.set(place, channel);
	}
	return [...places].sort(([one], [other]) => Number(one) - Number(other)).map(([, channel]) => channel);
}

function checkNothingIsEmpty(fields: ReadonlyMap<string, string>): void {
	for (const [name, value] of fields) {
		if (value === '' && !MAY_BE_EMPTY.has(name)) refuse(`Пустое поле ${name}`);
	}
}

/** What a message does not use must not be on the wire (PROTOCOL section 7). */
function checkNothingIsIdle(message: RawMessage, channels: readonly Channel[], used: readonly Channel[]): void {
	for (const channel of channels) {
		if (used.includes(channel)) continue;
		const idle = wireFields(channel).find((name) => message.fields.has(name));
		if (idle !== undefined) refuse(`Поле ${idle} указано без направления ${channel.title.toUpperCase()}`);
	}
	if (!message.templateData || used.some(takesTemplate)) return;
	const titles = channels.filter(takesTemplate).map(({ title }) => title.toUpperCase());
	refuse(`Поле templateData указано без направления ${titles.join(' или ')}`);
}

function takesTemplate({ fields }: Channel): boolean {
	return fields.templateId !== undefined;
}

function readCampaign(text: string): string {
	return text === '' ? USUAL_CAMPAIGN : text;
}

/** Reads a `time_send`; null when it is empty. @throws {Refusal} when it is no time */
export function readSendAt(text: string, timeZone: string): number | null {
	if (text === '') return null;
	return parseSendAt(text, timeZone) ?? refuse('Поле time_send должно быть в формате YYYY-MM-DD hh:mm');
}
