import type { Known, Message, Result, SendAnswer } from '../../../protocol';
import { matchAnswers, ProtocolError, PROTOCOLS } from '../../../protocol';
import type { HandedOver, HandOver } from '../../../tracking/handOver';
import { chancesOf, logFault, meaningOfTries } from '../../../transport/errorMeaning';
import { ask } from '../../../transport/gateway';
import { readAnswer } from '../../../transport/readAnswer';
import type { Retrier } from '../../../transport/retrier';
import type { TransportError } from '../../../transport/transportError';
import type { Failure } from '../../shared/failure';
import { failureOf } from '../../shared/failureOf';
import type { SendLine } from './failure';
import { answeredLine, failedLine, strayLine, unsentLine } from './outcomes';
import type { PlannedRecipient } from './plannedRecipient';
import type { SendRun } from './run';
import { sendAtOf, tellingSendAt } from './scheduled';
import { trackAccepted } from './trackAccepted';
import type { Settled } from './tries';
import { isTaken, Tries } from './tries';

/** What became of a request: a line for each of its recipients, and one for each answer that fits none. */
export interface RequestLines {
	readonly bySlot: readonly { readonly recipient: PlannedRecipient; readonly line: SendLine }[];
	readonly strays: readonly SendLine[];
}

/** One request of a run. */
export class SendRequest {
	readonly #run: SendRun;
	readonly #messages: readonly Message<PlannedRecipient>[];
	readonly #number: number;
	readonly #tries = new Tries<PlannedRecipient>();
	readonly #recipients: readonly PlannedRecipient[];

	/** `number` is that of the request in the run, from 1. */
	constructor(run: SendRun, messages: readonly Message<PlannedRecipient>[], number: number) {
		this.#run = run;
		this.#messages = messages;
		this.#number = number;
		this.#recipients = messages.flatMap(({ recipients }) => recipients);
	}

	/**
	 * Makes the request, and tries again where it surely did not arrive. Where everybody has a client number, it also tries again where it
	 * may have arrived, or where the answer leaves somebody out: the gateway would recognize a repeat (docs/protocol.md section 6.4). Never
	 * throws.
	 */
	async send(retrier: Retrier, handOver: HandOver): Promise<RequestLines> {
		const { context, account } = this.#run;
		const isRepeatable = this.#recipients.every(({ clientMessageId }) => clientMessageId !== undefined);
		const tried = await retrier.run(
			async () => {
				await this.#attempt(isRepeatable);
			},
			{ isRepeatable },
		);
		if ('error' in tried) logFault(context.logger, tried.error, account.redact);
		if ('error' in tried && this.#tries.settled === undefined) {
			const { code, message, mayHaveArrived } = meaningOfTries(tried, account.quote);
			const trouble = { failure: { code, message }, mayHaveArrived, request: this.#number };
			return this.#forAll((recipient) => failedLine(recipient, trouble));
		}
		return await this.#answered(this.#tries.settled ?? [], handOver);
	}

	/** What becomes of a request that is not made. */
	unsent(reason: 'stopped' | 'failed'): RequestLines {
		return this.#forAll((recipient) => unsentLine(recipient, reason));
	}

	async #attempt(mustBeClear: boolean): Promise<void> {
		const brokenBy = await this.#ask().catch((error: unknown) => {
			if (chancesOf(error).mayHaveArrived) this.#tries.lose();
			throw error;
		});
		if (mustBeClear && this.#tries.isUnclear) throw brokenBy ?? NOT_FOR_EVERYBODY;
	}

	/** Makes the request and notes what was answered; returns why the answer cannot be relied on, if anything says so. */
	async #ask(): Promise<TransportError | undefined> {
		const { context, account, settings } = this.#run;
		const { protocol, timeoutSeconds } = settings;
		const phones = this.#recipients.map(({ phone }) => phone);
		const came = await ask(context, account, PROTOCOLS[protocol].encodeSend(this.#messages), timeoutSeconds);
		const decode = (text: string, known: Known): SendAnswer => PROTOCOLS[protocol].decodeSend(text, { ...known, phones });
		this.#tries.add(matchAnswers(this.#messages, readAnswer(came, { decode, quote: account.quote })));
		return came.brokenBy;
	}

	async #answered(settled: readonly Settled<PlannedRecipient>[], handOver: HandOver): Promise<RequestLines> {
		const warning = await this.#track(settled, handOver);
		return {
			bySlot: settled.map((one) => {
				const { recipient, content } = one.result;
				return { recipient, line: tellingSendAt(this.#lineOf(one, warning), content, this.#run.account.timeZone) };
			}),
			strays: this.#tries.strays.map((answer) => strayLine(answer, this.#recipients[0]?.item ?? 0, this.#number)),
		};
	}

	async #track(settled: readonly Settled<PlannedRecipient>[], handOver: HandOver): Promise<string | undefined> {
		return await trackAccepted(this.#run, handOver, () => {
			const answers = [...settled.map(({ result }) => result.answer), ...this.#tries.strays];
			return {
				ids: answers.flatMap((answer) => answer?.messageId ?? []),
				given: settled.flatMap(({ result }) => handedOver(result, this.#run.account.timeZone)),
			};
		});
	}

	#lineOf({ result, wasUnsure }: Settled<PlannedRecipient>, warning: string | undefined): SendLine {
		const { account, settings } = this.#run;
		try {
			return answeredLine(result, { settings, account, request: this.#number, wasUnsure }, warning);
		} catch (error) {
			const messageId = result.answer?.messageId;
			return failedLine(result.recipient, { failure: this.#failureOf(error), mayHaveArrived: true, request: this.#number, messageId });
		}
	}

	#failureOf(error: unknown): Failure {
		return failureOf(error, this.#run.context, this.#run.account.redact);
	}

	#forAll(lineOf: (recipient: PlannedRecipient) => SendLine): RequestLines {
		const { timeZone } = this.#run.account;
		const bySlot = this.#messages.flatMap(({ content, recipients }) =>
			recipients.map((recipient) => ({ recipient, line: tellingSendAt(lineOf(recipient), content, timeZone) })),
		);
		return { bySlot, strays: [] };
	}
}

/** How the requests of a run are made, of their messages and their numbers. */
export function sendRequests(run: SendRun): (messages: readonly Message<PlannedRecipient>[], number: number) => SendRequest {
	return (messages, number) => new SendRequest(run, messages, number);
}

/** Asks the retrier for another try, which may tell more. The user never sees it, but what is known of each recipient. */
const NOT_FOR_EVERYBODY = new ProtocolError('unexpectedShape', 'The gateway did not answer for everybody.');

/**
 * A recipient with a message ID, as it is handed to the trigger. That includes what waits for money at the gateway, for it goes out by
 * itself.
 */
function handedOver(result: Result<PlannedRecipient>, timeZone: string): HandedOver[] {
	const messageId = isTaken(result) ? result.answer?.messageId : undefined;
	if (messageId === undefined) return [];
	const { phone, clientMessageId, data } = result.recipient;
	const sendAt = sendAtOf(result.content, timeZone) ?? undefined;
	return [{ messageId, phone, clientMessageId, campaignName: result.content.campaignName, sendAt, data }];
}
