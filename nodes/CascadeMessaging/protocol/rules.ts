import { isBlank } from './blanks';
import { CHANNEL_NAMES, CHANNELS } from './channels';
import type { Channel, ChannelName, ContentField } from './channels';
import type { Extra, Limits } from './codecs/codec';
import { checkCharacters, checkLength, checkMinutes, checkParameters } from './fieldChecks';
import type { ChannelContent, Content, Recipient } from './message';
import type { Violation } from './violation';

export type { ViolationCode } from './violation';

/**
 * Checks everything the protocol asks of a message before it is sent (docs/protocol.md sections 1–4, 6.3 and 7) and returns the
 * broken rules, none when it may go. `limits` are those of the protocol it is to go by.
 */
export function checkMessage(content: Content, recipient: Recipient, limits: Limits): Violation[] {
	const violations = [...checkContent(content, limits), ...checkExtras(content, recipient, limits), ...checkClientMessageId(recipient)];
	// What cannot be encoded has no length.
	return violations.length > 0 ? violations : checkWhole(content, recipient, limits);
}

function checkWhole(content: Content, recipient: Recipient, limits: Limits): Violation[] {
	const field = 'Protocol';
	const objection = limits.objectionToLength({ content, recipients: [recipient] });
	return objection === undefined ? [] : [{ code: 'urlTooLong', field, message: `${field} ${objection}` }];
}

function checkContent(content: Content, limits: Limits): Violation[] {
	if (content.cascade.length === 0) {
		return [{ code: 'cascadeEmpty', field: 'Cascade', message: 'Cascade is empty; add at least one channel.' }];
	}
	const channels = CHANNEL_NAMES.flatMap((name) => checkChannel(name, content, limits));
	return [...channels, ...checkCharacters('Campaign Name', content.campaignName ?? '', limits)];
}

/** What is given is checked in any channel; what is required only in those of the cascade. */
function checkChannel(name: ChannelName, { cascade, channels }: Content, limits: Limits): Violation[] {
	const channel = CHANNELS[name];
	const content = channels[name] ?? {};
	const isUsed = cascade.includes(name);
	return channel.fields.flatMap((field) => {
		const value = content[field.name];
		const where = `${channel.title} ${field.label}`;
		if (isAbsent(value)) return field.required && isUsed ? [missing(where)] : [];
		return [...checkCompanions(channel, field, content), ...checkValue(where, field, value, limits)];
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

function checkValue(where: string, field: ContentField, value: ChannelContent[keyof ChannelContent], limits: Limits): Violation[] {
	if (typeof value === 'string') return [...checkLength(where, value, field), ...checkCharacters(where, value, limits)];
	if (typeof value === 'number') return checkMinutes(where, value);
	return typeof value === 'object' ? checkParameters(where, value, limits) : [];
}

const EXTRAS: Readonly<Record<Extra, string>> = {
	campaignName: 'Campaign Name',
	sendAt: 'Send At',
	clientMessageId: 'Client Message ID',
};

/** Parts of a message that not every protocol has a place for. */
function checkExtras(content: Content, recipient: Recipient, limits: Limits): Violation[] {
	const given = { ...content, ...recipient };
	return (Object.keys(EXTRAS) as Extra[]).flatMap((name): Violation[] => {
		const objection = isAbsent(given[name]) ? undefined : limits.objectionToExtra(name);
		const field = EXTRAS[name];
		return objection === undefined ? [] : [{ code: 'protocolCannotCarry', field, message: `${field} ${objection}` }];
	});
}

/** Section 6.3. */
function checkClientMessageId({ clientMessageId: id }: Recipient): Violation[] {
	if (id === undefined || /^[1-9]\d{0,14}$/.test(id)) return [];
	const field = EXTRAS.clientMessageId;
	const message = `${field} must be a whole number of 1 to 15 digits that does not start with 0.`;
	return [{ code: 'clientMessageIdInvalid', field, message }];
}
