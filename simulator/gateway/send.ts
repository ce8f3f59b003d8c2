import { acceptMessage, type Intake, type Origin } from './accept';
import { IN_PROGRESS, type MessageAnswer, type Row } from './answer';
import { checkMessage } from './checkMessage';
import type { Gateway } from './gateway';
import { isPhone } from './isPhone';
import { type ListedRecipient, listedRecipients, skippedBy } from './listedRecipients';
import type { AcceptedMessage, RawMessage, RawRecipient } from './message';
import { progressAt } from './progress';
import { acceptedRow, listedRefusal, queuedRow, refusedRow } from './recipientRows';
import { Refusal, refuse, WORDS } from './refusal';
import { REPEAT_ANSWERS } from './repeatAnswers';

/**
 * Takes on one message: checks it, then each recipient (PROTOCOL section 2). A broken rule of the message refuses it
 * whole, a bad recipient only that one.
 */
export function sendMessage(gateway: Gateway, message: RawMessage, origin: Origin): MessageAnswer {
	try {
		const { channels, settings, account } = gateway;
		const { timeZone } = settings;
		const content = checkMessage(message, { channels, timeZone, sendsToLists: account.settings.sendsToLists });
		const purse = { left: account.settings.refusesWithoutMoney ? gateway.balance : Infinity };
		const listed = message.lists ? listedRecipients(account.lists, message.lists, { content, timeZone }) : [];
		const intake: Intake = { gateway, content, origin, timelines: new Map(), purse };
		const skip = message.lists?.skip ?? [];
		const rows = message.recipients.map((one) => {
			const list = skippedBy(account.lists, { skip }, one.phone);
			return list === null ? sendToRecipient(intake, one) : skippedRow(gateway, one, list);
		});
		return { rows: [...rows, ...listed.map((one) => sendToListed(intake, one))] };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		gateway.tally.refused += message.recipients.length;
		return { error: error.message };
	}
}

/** The answer for a phone that is on a list to be skipped. */
function skippedRow(gateway: Gateway, recipient: RawRecipient, list: string): Row {
	gateway.tally.refused += 1;
	return listedRefusal(refusedRow(recipient, WORDS.stopList), list);
}

function sendToListed(intake: Intake, { list, phone, content }: ListedRecipient): Row {
	const row = sendToRecipient({ ...intake, content }, { phone, clientNumber: null });
	return row.error === undefined ? row : listedRefusal(row, list);
}

function sendToRecipient(intake: Intake, recipient: RawRecipient): Row {
	const { gateway } = intake;
	try {
		checkRecipient(recipient);
		const first = recipient.clientNumber === null ? undefined : gateway.store.findByClientNumber(recipient.clientNumber);
		if (first) return repeatRow(gateway, first, recipient);
		const message = acceptMessage(intake, recipient);
		const { queued } = message.fate;
		return queued ? queuedRow(message, queued, recipient) : acceptedRow(message, recipient, IN_PROGRESS, gateway.channels);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		gateway.tally.refused += 1;
		gateway.refusedPhones.add({ phone: recipient.phone, text: error.message, at: gateway.clock.now() });
		return refusedRow(recipient, error.message);
	}
}

/**
 * The answer for a client number that a message was sent under before; nothing is sent.
 * @throws {Refusal} where the operator refuses it without an ID
 */
function repeatRow({ settings, clock, tally, channels }: Gateway, first: AcceptedMessage, recipient: RawRecipient): Row {
	const answer = REPEAT_ANSWERS[settings.repeatAnswer];
	if (answer === 'echo') return acceptedRow(first, recipient, progressAt(first, clock.now()).state, channels);
	if (!answer.withId) refuse(answer.text);
	tally.refused += 1;
	return { id_message: first.id, ...refusedRow(recipient, answer.text) };
}

/** @throws {Refusal} when phone or client number cannot be one */
function checkRecipient({ phone, clientNumber }: RawRecipient): void {
	if (!isPhone(phone)) refuse(WORDS.badPhone);
	if (clientNumber !== null && !/^\d{1,15}$/.test(clientNumber)) refuse(WORDS.badClientNumber);
}
