import { isBlank } from './blanks';
import { CHANNEL_NAMES, CHANNELS } from './channels';
import type { Channel, ChannelName, ContentField } from './channels';
import { MAX_URL_LENGTH } from './codecs/get';
import type { Codec, Uncarried } from './codecs/codec';
import type { ChannelContent, Content, Recipient } from './message';
import { findNonXmlCharacter, hasHalfCharacter, isXmlName, lengthOf } from './text';

/** The stable codes of everything that makes a message unfit to be sent. */
export type ViolationCode =
	| 'cascadeEmpty'
	| 'fieldMissing'
	| 'textTooLong'
	| 'senderTooLong'
	| 'fieldAlone'
	| 'minutesInvalid'
	| 'parameterNameInvalid'
	| 'parameterRepeated'
	| 'characterNotAllowed'
	| 'protocolCannotCarry'
	| 'clientMessageIdInvalid'
	| 'urlTooLong';

/** One broken rule: its code, the field as the interface names it, and a sentence for the user. */
export interface Violation<Code extends string = ViolationCode> {
	readonly code: Code;
	readonly field: string;
	readonly message: string;
}

/**
 * Checks everything the protocol asks of a message before it is sent (docs/protocol.md sections 1–4, 6.3 and 7) and returns the
 * broken rules, none when it may go. `urlOverhead` is the length of a GET URL without the message.
 */
export function checkMessage(content: Content, recipient: Recipient, codec: Codec, urlOverhead: number): Violation[] {
	const violations = [...checkContent(content, codec), ...checkRecipient(content, recipient, codec)];
	// What cannot be encoded has no length.
	const length = violations.length > 0 ? 0 : codec.urlLengthOf({ content, recipients: [recipient] });
	if (length > 0 && length + urlOverhead > MAX_URL_LENGTH) {
		const message = `Protocol GET: the URL would have ${length + urlOverhead} characters; at most ${MAX_URL_LENGTH} are allowed. Shorten the texts or choose JSON.`;
		violations.push({ code: 'urlTooLong', field: 'Protocol', message });
	}
	return violations;
}

function checkContent(content: Content, codec: Codec): Violation[] {
	if (content.cascade.length === 0) {
		return [{ code: 'cascadeEmpty', field: 'Cascade', message: 'Cascade is empty; add at least one channel.' }];
	}
	const channels = CHANNEL_NAMES.flatMap((name) => checkChannel(name, content, codec));
	return [...channels, ...checkCharacters('Campaign Name', content.campaignName ?? '', codec)];
}

/** What is given is checked in any channel; what is required only in those of the cascade. */
function checkChannel(name: ChannelName, { cascade, channels }: Content, codec: Codec): Violation[] {
	const channel = CHANNELS[name];
	const content = channels[name] ?? {};
	const isUsed = cascade.includes(name);
	return channel.fields.flatMap((field) => {
		const value = content[field.name];
		const where = `${channel.title} ${field.label}`;
		if (isAbsent(value)) return field.required && isUsed ? [missing(where)] : [];
		return [...checkCompanions(channel, field, content), ...checkValue(where, field, value, codec)];
	});
}

function isAbsent(value: ChannelContent[keyof ChannelContent]): boolean {
	return value === undefined || value === false || (typeof value === 'string' && isBlank(value));
}

function missing(field: string): Violation {
	return { code: 'fieldMissing', field, message: `${field} is empty; it is required.` };
}

function checkCompanions(channel: Channel, field: ContentField, content: ChannelContent): Violation[] {
	const absent = (field.needs ?? []).filter((name) => isAbsent(content[name]));
	return channel.fields
		.filter((other) => absent.includes(other.name))
		.map((other) => ({
			code: 'fieldAlone',
			field: `${channel.title} ${other.label}`,
			message: `${channel.title} ${field.label} is given without ${other.label}; fill in both or neither.`,
		}));
}

function checkValue(
	where: string,
	field: ContentField,
	value: ChannelContent[keyof ChannelContent],
	codec: Codec,
): Violation[] {
	if (typeof value === 'string') return [...checkLength(where, value, field), ...checkCharacters(where, value, codec)];
	if (typeof value === 'number') return checkMinutes(where, value);
	return typeof value === 'object' ? checkParameters(where, value, codec) : [];
}

function checkLength(where: string, text: string, { maxLength = Infinity, longest }: ContentField): Violation[] {
	const length = lengthOf(text);
	if (longest !== undefined && length > (/^\d+$/.test(text) ? longest.digits : longest.name)) {
		const message = `${where} has ${length} characters; at most ${longest.name} are allowed, or ${longest.digits} if all are digits.`;
		return [{ code: 'senderTooLong', field: where, message }];
	}
	if (length <= maxLength) return [];
	const message = `${where} has ${length} characters; at most ${maxLength} are allowed.`;
	return [{ code: 'textTooLong', field: where, message }];
}

function checkMinutes(where: string, minutes: number): Violation[] {
	if (Number.isSafeInteger(minutes) && minutes > 0) return [];
	return [{ code: 'minutesInvalid', field: where, message: `${where} must be a whole number of minutes, 1 or more.` }];
}

function checkParameters(
	where: string,
	parameters: NonNullable<ChannelContent['templateData']>,
	codec: Codec,
): Violation[] {
	const firstPlaces = new Map(parameters.map(({ name }, index) => [name, index] as const).reverse());
	return parameters.flatMap(({ name, value }, index) => [
		...checkParameterName(where, name, codec),
		...(firstPlaces.get(name) === index ? [] : [repeated(where, name)]),
		...checkCharacters(`${where} "${name}"`, value, codec),
	]);
}

function repeated(field: string, name: string): Violation {
	return { code: 'parameterRepeated', field, message: `${field}: "${name}" is given twice; each name may stand once.` };
}

function checkParameterName(field: string, name: string, codec: Codec): Violation[] {
	const code = 'parameterNameInvalid';
	if (isBlank(name)) return [{ code, field, message: `${field}: a parameter has no name.` }];
	if (codec.isXml && !isXmlName(name)) {
		const message = `${field}: "${name}" cannot be the name of an XML element. Choose the protocol JSON, or a name of letters, digits, "_", "-" and "." that starts with a letter.`;
		return [{ code, field, message }];
	}
	return hasHalfCharacter(name) ? [{ code, field, message: `${field}: a name holds half a character.` }] : [];
}

function checkCharacters(field: string, text: string, codec: Codec): Violation[] {
	const code = 'characterNotAllowed';
	if (hasHalfCharacter(text)) {
		return [{ code, field, message: `${field} holds half of a character (an emoji cut in two?).` }];
	}
	const character = codec.isXml ? findNonXmlCharacter(text) : undefined;
	if (character !== undefined) {
		const message = `${field} holds the character ${character}, which XML does not allow. Remove it or choose the protocol JSON.`;
		return [{ code, field, message }];
	}
	if (codec.isXml && text.includes('\\n')) {
		const message = `${field} holds a backslash followed by "n", which XML requests use for a line break. Use a real line break, or choose the protocol JSON.`;
		return [{ code, field, message }];
	}
	return [];
}

const UNCARRIED: Readonly<Record<Uncarried, string>> = {
	campaignName: 'Campaign Name',
	sendAt: 'Send At',
	clientMessageId: 'Client Message ID',
};

function checkRecipient(content: Content, recipient: Recipient, codec: Codec): Violation[] {
	const given = { ...content, ...recipient };
	const uncarried = codec.cannotCarry
		.filter((name) => !isAbsent(given[name]))
		.map((name): Violation => {
			const message = `${UNCARRIED[name]} cannot be sent over ${codec.title}. Remove it or choose the protocol JSON or XML.`;
			return { code: 'protocolCannotCarry', field: UNCARRIED[name], message };
		});
	return [...uncarried, ...checkClientMessageId(recipient.clientMessageId)];
}

function checkClientMessageId(id: string | undefined): Violation[] {
	if (id === undefined || /^[1-9]\d{0,14}$/.test(id)) return [];
	const field = UNCARRIED.clientMessageId;
	const message = `${field} must be a whole number of 1 to 15 digits that does not start with 0.`;
	return [{ code: 'clientMessageIdInvalid', field, message }];
}
