import type { AcceptedMessage, RequestEntry } from '../../simulator';
import type { Findings } from './findings';
import { wasStruck } from './gateway';
import type { Line } from './lines';
import { linesOf } from './lines';
import type { Life } from './lives';
import type { Sending } from './sending';

/** What the gateway has: its messages by phone, and its requests by number. */
export interface Held {
	byPhone: ReadonlyMap<string, readonly AcceptedMessage[]>;
	requests: ReadonlyMap<number, RequestEntry>;
}

/** A message whose ID an execution put out, and when that was, milliseconds since 1970. */
export interface KnownMessage {
	message: AcceptedMessage;
	toldAt: number;
}

/** The recipients of a run, by what became of them between the package and the gateway. */
export class SendingBooks {
	/** Messages whose ID reached an execution: these must be emitted. */
	readonly known: KnownMessage[] = [];
	/** Taken on in an earlier try whose answer was lost: the gateway refused the repeat, and did not say the ID. */
	repeatWithoutId = 0;
	/** Reported as unknown, and the gateway has it: its answer was spoilt or lost. */
	unknownHeld = 0;
	/** Reported as unknown, and the gateway does not have it. */
	unknownNotHeld = 0;
	/** In executions that n8n took to the grave, and the gateway has it: it may be emitted. */
	readonly buried: AcceptedMessage[] = [];
	/** The same, and the gateway does not have it. */
	buriedNotHeld = 0;
	refused = 0;
	notSent = 0;
	/** In executions that did not begin, because n8n was down. */
	notBegun = 0;
	/** Answers of the gateway that fitted nobody, made up by faults. */
	strays = 0;
}

/** Compares what each execution said with what the gateway has. */
export function judgeSending(sendings: readonly Sending[], held: Held, lives: readonly Life[], findings: Findings): SendingBooks {
	const books = new SendingBooks();
	for (const sending of sendings) {
		const lines = linesOf(sending);
		books.strays += lines.strays;
		judgeEnd(sending, lives, findings);
		for (const { phone } of sending.contacts) {
			const messages = held.byPhone.get(phone) ?? [];
			if (messages.length > 1) findings.add('Phones that were sent to more than once', phone);
			const recipient = { phone, message: messages[0], toldAt: sending.endedAt, held, findings };
			if (sending.end === 'answered') judgeLines(lines.ofPhone.get(phone) ?? [], recipient, books);
			else judgeSilence(sending, recipient, books);
		}
	}
	return books;
}

interface Recipient {
	phone: string;
	message: AcceptedMessage | undefined;
	toldAt: number;
	held: Held;
	findings: Findings;
}

function judgeEnd({ end, startedAt, endedAt, words, sender }: Sending, lives: readonly Life[], findings: Findings): void {
	const wasKilled = lives.some(({ killedAt = Infinity }) => startedAt <= killedAt + KILLING && killedAt <= endedAt);
	if (end === 'failed' || (end === 'broken' && !wasKilled)) findings.add('Executions that failed without a kill', `${sender}: ${words}`);
	const isDown = lives.some(
		({ killedAt = Infinity }, index) => killedAt <= endedAt && startedAt <= (lives[index + 1]?.upAt ?? Infinity) + AFTER_START,
	);
	if (end === 'notBegun' && !isDown) findings.add('Executions that did not begin although n8n was up', `${sender}: ${words}`);
}

/** A process takes a moment to die, in which it still takes connections. */
const KILLING = 2000;

/** n8n registers its webhooks a moment after it says that it is up. */
const AFTER_START = 10_000;

function judgeSilence({ end }: Sending, { phone, message, findings }: Recipient, books: SendingBooks): void {
	if (end === 'notBegun') {
		books.notBegun += 1;
		if (message !== undefined) findings.add('Messages of executions that did not begin', phone);
	} else if (message === undefined) books.buriedNotHeld += 1;
	else books.buried.push(message);
}

function judgeLines(lines: readonly Line[], recipient: Recipient, books: SendingBooks): void {
	const { phone, message, held, findings } = recipient;
	const [line] = lines;
	if (line === undefined) findings.add('Recipients that no item tells of', phone);
	else if (lines.length > 1) findings.add('Recipients that several items tell of', phone);
	else if (line.kind === 'accepted') judgeAccepted(line, recipient, books);
	else if (line.kind === 'unknown') {
		books[message === undefined ? 'unknownNotHeld' : 'unknownHeld'] += 1;
		const request = message && held.requests.get(message.request);
		if (request !== undefined && !wasStruck(request)) {
			findings.add('Recipients reported as unknown although no fault struck', `${phone}: ${line.words}`);
		}
	} else {
		books[line.kind] += 1;
		if (message !== undefined) findings.add(`Recipients reported as ${line.kind} although the gateway has them`, `${phone}: ${line.words}`);
	}
}

function judgeAccepted({ messageId, words }: Line, { phone, message, toldAt, findings }: Recipient, books: SendingBooks): void {
	if (message === undefined) findings.add('Recipients reported as accepted although the gateway does not have them', phone);
	else if (messageId === null) books.repeatWithoutId += 1;
	else if (messageId !== message.id) findings.add('Recipients with a wrong message ID', `${phone}: ${messageId}, not ${message.id}`);
	else {
		books.known.push({ message, toldAt });
		if (words !== '') findings.add('Accepted messages that could not be tracked', `${phone}: ${words}`);
	}
}
