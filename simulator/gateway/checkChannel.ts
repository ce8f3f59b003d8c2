import { CHANNEL_TABLE, type Channel, type ChannelRow, type Part } from './channels';
import type { ChannelContent } from './content';
import { KNOWN_WORDS } from './knownWords';
import { refuse } from './refusal';
import { toCharacters } from './characters';
import { countSmsParts } from './smsParts';

/** Reads one scalar part of a channel; undefined when it was not sent. */
type Read = (part: Part) => string | undefined;

/**
 * Checks the fields of one channel in use and reads what it will show (PROTOCOL sections 1 and 7).
 * @param fields the message's scalar fields by wire name
 * @param templateData the template parameters, or null when none were sent
 * @throws {Refusal} that names the field
 */
export function checkChannel(
	channel: Channel,
	fields: ReadonlyMap<string, string>,
	templateData: ReadonlyMap<string, string> | null,
): ChannelContent {
	const row = CHANNEL_TABLE[channel];
	const read: Read = (part) => {
		const name = row.fields[part];
		return name === undefined ? undefined : fields.get(name);
	};
	for (const part of row.required) if (read(part) === undefined) refuse(`Не указано поле ${nameOf(row, part)}`);
	checkLengths(row, read);
	checkSender(row, read('sender') ?? '');
	const button = checkButton(row, read);
	const imageUrl = read('imageUrl') ?? null;
	if (imageUrl !== null && button === null && row.pictureNeedsButton) {
		refuse('Изображение нельзя отправить без кнопки');
	}
	const text = read('text') ?? '';
	const templateId = read('templateId');
	return {
		channel,
		sender: read('sender') ?? '',
		text,
		button,
		imageUrl,
		validityMinutes: checkValidity(row, read),
		finaleRead: checkFinaleRead(row, read),
		template: templateId === undefined ? null : { id: templateId, data: templateData ?? new Map() },
		parts: channel === 'sms' ? countSmsParts(text) : 1,
	};
}

function nameOf(row: ChannelRow, part: Part): string {
	return row.fields[part] ?? part;
}

function checkLengths(row: ChannelRow, read: Read): void {
	const limits: readonly (readonly [Part, number | null])[] = [
		['text', row.textLimit],
		['buttonText', row.buttonLimit],
	];
	for (const [part, limit] of limits) {
		const length = toCharacters(read(part) ?? '').length;
		if (limit !== null && length > limit) refuse(`Поле ${nameOf(row, part)} длиннее ${limit} символов`);
	}
}

/** Mobile networks show longer sender names in digits than in words (PROTOCOL section 6a). */
function checkSender({ senderLimits }: ChannelRow, sender: string): void {
	if (senderLimits === null) return;
	const limit = /^\d+$/.test(sender) ? senderLimits.digits : senderLimits.words;
	if (toCharacters(sender).length > limit) refuse(KNOWN_WORDS.senderTooLong);
}

function checkButton(row: ChannelRow, read: Read): ChannelContent['button'] {
	const text = read('buttonText');
	const url = read('buttonUrl');
	if (text === undefined && url === undefined) return null;
	if (text === undefined) refuse(`Поле ${nameOf(row, 'buttonUrl')} указано без ${nameOf(row, 'buttonText')}`);
	if (url === undefined) refuse(`Поле ${nameOf(row, 'buttonText')} указано без ${nameOf(row, 'buttonUrl')}`);
	return { text, url };
}

function checkValidity(row: ChannelRow, read: Read): number {
	const value = read('validity');
	if (value === undefined) return row.validityMinutes;
	if (!/^[1-9]\d{0,4}$/.test(value)) refuse(`Поле ${nameOf(row, 'validity')} должно быть числом минут`);
	return Number(value);
}

function checkFinaleRead(row: ChannelRow, read: Read): boolean {
	const value = read('finaleRead') ?? '0';
	if (value !== '0' && value !== '1') refuse(`Поле ${nameOf(row, 'finaleRead')} должно быть 0 или 1`);
	return value === '1';
}
