import { isBlank } from './blanks';
import type { Channel, ChannelTable } from './channels';
import { channelNamesIn, CHANNELS } from './channels';
import type { Extra, Limits } from './codecs/codec';
import type { ChannelContent, ContentField } from './contentFields';
import { valueIn } from './contentFields';
import { checkCharacters } from './fieldChecks';
import { FIELD_KINDS } from './fieldKinds';
import type { Content, Recipient } from './message';
import type { Violation } from './violation';

/**
 * Checks everything the protocol asks of a message before it is sent (docs/protocol.md sections 1–4, 6.3 and 7) and returns the
 * broken rules, none when it may go. `limits` are those of the protocol it is to go by.
 */
export function checkMessage(content: Content, recipient: Recipient, limits: Limits, channels: ChannelTable = CHANNELS): Violation[] {
	const violations = [
		...contentFindings(content, limits, channels),
		...checkExtras(content, recipient, limits),
		...checkClientMessageId(recipient),
	];
	// What cannot be encoded has no length.
	return violations.length > 0 ? violations : checkWhole(content, recipient, limits);
}

function checkWhole(content: Content, recipient: Recipient, limits: Limits): Violation[] {
	const field = 'Protocol';
	const objection = limits.objectionToLength({ content, recipients: [recipient] });
	return objection === undefined ? [] : [{ code: 'urlTooLong', field, message: `${field} ${objection}` }];
}

let last: { content: Content; limits: Limits; channels: ChannelTable; findings: readonly Violation[] } | undefined;

/** What `checkContent` finds. It is remembered for the next recipient: a campaign mostly has one content for all of them. */
function contentFindings(content: Content, limits: Limits, channels: ChannelTable): readonly Violation[] {
	if (last?.content !== content || last.limits !== limits || last.channels !== channels) {
		last = { content, limits, channels, findings: checkContent(content, limits, channels) };
	}
	return last.findings;
}

function checkContent(content: Content, limits: Limits, channels: ChannelTable): Violation[] {
	if (content.cascade.length === 0) {
		return [{ code: 'cascadeEmpty', field: 'Cascade', message: 'Cascade is empty; add at least one channel.' }];
	}
	const violations = channelNamesIn(channels).flatMap((name) => {
		const isUsed = content.cascade.includes(name);
		const shown = content.channels[name];
		return shown === undefined && !isUsed ? [] : checkChannel(channels[name], shown ?? {}, isUsed, limits);
	});
	return [...violations, ...checkCharacters('Campaign Name', content.campaignName ?? '', limits)];
}

/** What is given is checked in any channel; what is required only in those of the cascade. */
function checkChannel(channel: Channel, content: ChannelContent, isUsed: boolean, limits: Limits): Violation[] {
	return channel.fields.flatMap((field) => {
		const value = valueIn(content, field);
		if (value === undefined && !(field.required && isUsed)) return [];
		const where = `${channel.title} ${field.label}`;
		if (value === undefined) return [missing(where)];
		return [...checkCompanions(channel, field, content), ...FIELD_KINDS[field.kind].check(value, { where, bounds: field, limits })];
	});
}

function missing(field: string): Violation {
	return { code: 'fieldMissing', field, message: `${field} is empty; it is required.` };
}

function checkCompanions({ title, fields }: Channel, { label, needs }: ContentField, content: ChannelContent): Violation[] {
	if (needs === undefined) return [];
	return fields
		.filter((other) => needs.includes(other.name) && valueIn(content, other) === undefined)
		.map((other) => ({
			code: 'fieldAlone',
			field: `${title} ${other.label}`,
			message: `${title} ${label} is given without ${other.label}; fill in both or neither.`,
		}));
}

const EXTRAS: Readonly<Record<Extra, string>> = {
	campaignName: 'Campaign Name',
	sendAt: 'Send At',
	clientMessageId: 'Client Message ID',
	stopLists: 'Stop Lists',
};

const EXTRA_NAMES = Object.keys(EXTRAS) as Extra[];

/** Parts of a message that not every protocol has a place for. */
function checkExtras(content: Content, recipient: Recipient, limits: Limits): Violation[] {
	const violations: Violation[] = [];
	for (const name of EXTRA_NAMES) {
		const given = name === 'clientMessageId' ? recipient[name] : content[name];
		const isNone = given === undefined || (typeof given === 'string' ? isBlank(given) : given.length === 0);
		const objection = isNone ? undefined : limits.objectionToExtra(name);
		const field = EXTRAS[name];
		if (objection !== undefined) violations.push({ code: 'protocolCannotCarry', field, message: `${field} ${objection}` });
	}
	return violations;
}

/** Checks a client message ID (section 6.3). */
function checkClientMessageId({ clientMessageId: id }: Recipient): Violation[] {
	if (id === undefined || /^[1-9]\d{0,14}$/.test(id)) return [];
	const field = EXTRAS.clientMessageId;
	const message = `${field} must be a whole number of 1 to 15 digits that does not start with 0.`;
	return [{ code: 'clientMessageIdInvalid', field, message }];
}
