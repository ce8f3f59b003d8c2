import { acceptMessage, type Origin } from './accept';
import { IN_PROGRESS, type MessageAnswer, type Row } from './answer';
import { answeredChannels } from './answeredChannels';
import { checkMessage } from './checkMessage';
import type { Fate } from './fate';
import type { Gateway } from './gateway';
import type { Content } from './content';
import type { AcceptedMessage, RawMessage, RawRecipient } from './message';
import { progressAt } from './progress';
import { Refusal, refuse, WORDS } from './refusal';
import { REPEAT_ANSWERS } from './repeatAnswers';
import { buildTimeline, type Timeline } from './timeline';

/**
 * Takes on one message: checks it, then each recipient (PROTOCOL section 2). A broken rule of the message refuses it
 * whole, a bad recipient only that one.
 */
export function sendMessage(gateway: Gateway, message: RawMessage, origin: Origin): MessageAnswer {
	try {
		const content = checkMessage(message, gateway.settings.timeZone);
		const timelines = new Map<Fate, Timeline>();
		const timelineOf = (fate: Fate): Timeline => {
			const known = timelines.get(fate) ?? buildTimeline(content.cascade, fate);
			timelines.set(fate, known);
			return known;
		};
		return { rows: message.recipients.map((one) => sendToRecipient(gateway, content, one, origin, timelineOf)) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		gateway.tally.refused += message.recipients.length;
		return { error: error.message };
	}
}

function sendToRecipient(
	gateway: Gateway,
	content: Content,
	recipient: RawRecipient,
	origin: Origin,
	timelineOf: (fate: Fate) => Timeline,
): Row {
	try {
		checkRecipient(recipient);
		const first = recipient.clientNumber === null ? undefined : gateway.store.findByClientNumber(recipient.clientNumber);
		if (first) return repeatRow(gateway, first, recipient);
		const message = acceptMessage(gateway, content, recipient, origin, timelineOf);
		return message.fate.queued ? queuedRow(message, message.fate.queued, recipient) : acceptedRow(message, recipient, IN_PROGRESS);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		gateway.tally.refused += 1;
		gateway.refusedPhones.add({ phone: recipient.phone, text: error.message, at: gateway.clock.now() });
		return refusedRow(recipient, error.message);
	}
}

/** The answer for a client number that a message was sent under before; nothing is sent. */
function repeatRow(gateway: Gateway, first: AcceptedMessage, recipient: RawRecipient): Row {
	const answer = REPEAT_ANSWERS[gateway.settings.repeatAnswer];
	if (answer === 'echo') return acceptedRow(first, recipient, progressAt(first, gateway.clock.now()).state);
	if (!answer.withId) refuse(answer.text);
	gateway.tally.refused += 1;
	return { id_message: first.id, ...refusedRow(recipient, answer.text) };
}

/** A message that is taken on and yet looks refused (PROTOCOL section 6a). */
function queuedRow({ id }: AcceptedMessage, { text, withId }: NonNullable<Fate['queued']>, recipient: RawRecipient): Row {
	return { ...(withId ? { id_message: id } : {}), ...refusedRow(recipient, text) };
}

function refusedRow({ clientNumber, phone }: RawRecipient, error: string): Row {
	return { client_id_message: clientNumber ?? '', phone, error };
}

function checkRecipient({ phone, clientNumber }: RawRecipient): void {
	if (!/^[1-9]\d{6,14}$/.test(phone)) refuse(WORDS.badPhone);
	if (clientNumber !== null && !/^\d{1,15}$/.test(clientNumber)) refuse(WORDS.badClientNumber);
}

function acceptedRow({ id, channelId, content }: AcceptedMessage, recipient: RawRecipient, state: string): Row {
	const first = content.cascade[0];
	const row: Record<string, string> = {
		id_message: id,
		client_id_message: recipient.clientNumber ?? '',
		phone: recipient.phone,
		count_message: String(first?.parts ?? 1),
	};
	for (const channel of answeredChannels(content.cascade, ['viber', 'sms', 'vk'])) {
		row[`id_${channel}`] = first?.channel === channel ? channelId : '0';
	}
	row.state = state;
	return row;
}
