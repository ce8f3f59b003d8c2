import type { Channel, Field, Part } from './channel';
import { toCharacters } from './characters';
import type { ChannelContent } from './content';
import { KNOWN_WORDS } from './knownWords';
import { refuse } from './refusal';
import { countSmsParts } from './smsParts';

/** What a message brought for the channels: scalar fields by wire name, and the template parameters, null when there are none. */
interface Given {
	readonly fields: ReadonlyMap<string, string>;
	readonly templateData: ReadonlyMap<string, string> | null;
}

/** Reads one part of a channel; undefined when it was not sent. */
type Read = (part: Part) => string | undefined;

/**
 * Checks the fields of one channel in use and reads what it will show (PROTOCOL sections 1 and 7).
 * @throws {Refusal} that names the field
 */
export function checkChannel(row: Channel, { fields, templateData }: Given): ChannelContent {
	const read: Read = (part) => {
		const field = row.fields[part];
		return field && fields.get(field.wire);
	};
	checkFields(row, fields);
	checkSender(row, read('sender') ?? '');
	const button = checkButton(row, read);
	const imageUrl = read('imageUrl') ?? null;
	if (imageUrl !== null && button === null && row.fields.imageUrl?.needsButton) {
		refuse('Изображение нельзя отправить без кнопки');
	}
	const text = read('text') ?? '';
	const templateId = read('templateId');
	return {
		channel: row.name,
		row,
		sender: read('sender') ?? '',
		text,
		button,
		imageUrl,
		validityMinutes: checkValidity(row, read),
		finaleRead: checkFinaleRead(row, read),
		template: templateId === undefined ? null : { id: templateId, data: templateData ?? new Map() },
		parts: row.chargedByPart ? countSmsParts(text) : 1,
	};
}

function checkFields(row: Channel, given: ReadonlyMap<string, string>): void {
	const all: readonly Field[] = Object.values(row.fields);
	const missing = all.find(({ required, wire }) => required && !given.has(wire));
	if (missing) refuse(`Не указано поле ${missing.wire}`);
	for (const { wire, longest = Infinity } of all) {
		if (toCharacters(given.get(wire) ?? '').length > longest) refuse(`Поле ${wire} длиннее ${longest} символов`);
	}
}

/** Mobile networks show longer sender names in digits than in words (PROTOCOL section 6a). */
function checkSender({ senderLimits }: Channel, sender: string): void {
	if (!senderLimits) return;
	const limit = /^\d+$/.test(sender) ? senderLimits.digits : senderLimits.words;
	if (toCharacters(sender).length > limit) refuse(KNOWN_WORDS.senderTooLong);
}

function checkButton(row: Channel, read: Read): ChannelContent['button'] {
	const text = read('buttonText');
	const url = read('buttonUrl');
	if (text === undefined && url === undefined) return null;
	if (text === undefined) refuse(`Поле ${wireOf(row, 'buttonUrl')} указано без ${wireOf(row, 'buttonText')}`);
	if (url === undefined) refuse(`Поле ${wireOf(row, 'buttonText')} указано без ${wireOf(row, 'buttonUrl')}`);
	return { text, url };
}

function checkValidity(row: Channel, read: Read): number {
	const value = read('validity');
	if (value === undefined) return row.validityMinutes;
	if (!/^[1-9]\d{0,4}$/.test(value)) refuse(`Поле ${wireOf(row, 'validity')} должно быть числом минут`);
	return Number(value);
}

function checkFinaleRead(row: Channel, read: Read): boolean {
	const value = read('finaleRead') ?? '0';
	if (value !== '0' && value !== '1') refuse(`Поле ${wireOf(row, 'finaleRead')} должно быть 0 или 1`);
	return value === '1';
}

function wireOf(row: Channel, part: Part): string {
	return row.fields[part]?.wire ?? part;
}
