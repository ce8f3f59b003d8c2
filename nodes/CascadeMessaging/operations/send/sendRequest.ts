import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendAnswer } from '../../protocol/answers';
import { PROTOCOLS } from '../../protocol/codecs';
import type { Known } from '../../protocol/codecs';
import { ProtocolError } from '../../protocol/errors';
import { matchAnswers } from '../../protocol/matching';
import type { Message } from '../../protocol/message';
import type { Result } from '../../protocol/result';
import type { HandedOver, HandOver } from '../../tracking/handOver';
import { recentIds } from '../../tracking/recentIds';
import type { Account } from '../../transport/account';
import { chancesOf, logFault, meaningOfTries } from '../../transport/errorMeaning';
import { ask } from '../../transport/gateway';
import { readAnswer } from '../../transport/readAnswer';
import type { Retrier } from '../../transport/retrier';
import type { TransportError } from '../../transport/transportError';
import type { Line } from '../lines';
import type { RunSettings } from '../runSettings';
import { answeredLine, failedLine, strayLine, unsentLine } from './outcomes';
import type { PlannedRecipient } from './plan';
import { Tries } from './tries';

/** What became of a request: a line for each of its recipients, and one for each answer that fits none. */
export interface Outcome {
	readonly bySlot: readonly { readonly recipient: PlannedRecipient; readonly line: Line }[];
	readonly strays: readonly Line[];
}

/** One request of a run. */
export class SendRequest {
	readonly #tries = new Tries<PlannedRecipient>();
	readonly #recipients: readonly PlannedRecipient[];

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly account: Account,
		private readonly settings: RunSettings,
		private readonly messages: readonly Message<PlannedRecipient>[],
		private readonly number: number,
	) {
		this.#recipients = messages.flatMap(({ recipients }) => recipients);
	}

	/**
	 * Tries again what surely did not arrive, and where everybody has a client number, also what may have arrived, and an answer that
	 * leaves somebody out: the gateway would recognize a repeat (PROTOCOL.md section 6.4). Never throws.
	 */
	async send(retrier: Retrier, handOver: HandOver): Promise<Outcome> {
		const isRepeatable = this.#recipients.every(({ clientMessageId }) => clientMessageId !== undefined);
		const tried = await retrier.run(async () => {
			await this.attempt(isRepeatable);
		}, { isRepeatable });
		if ('error' in tried) logFault(this.context.logger, tried.error, this.account.redact);
		if ('error' in tried && this.#tries.settled === undefined) {
			const meaning = meaningOfTries(tried, this.account.quote);
			return this.forAll((recipient) => failedLine(recipient, meaning, this.number));
		}
		return await this.answered(handOver);
	}

	/** What becomes of a request that is not made. */
	unsent(reason: 'stopped' | 'failed'): Outcome {
		return this.forAll((recipient) => unsentLine(recipient, reason));
	}

	private async attempt(mustBeClear: boolean): Promise<void> {
		const brokenBy = await this.ask().catch((error: unknown) => {
			if (chancesOf(error).mayHaveArrived) this.#tries.lose();
			throw error;
		});
		if (mustBeClear && this.#tries.isUnclear) throw brokenBy ?? UNCLEAR;
	}

	/** Makes the request and notes what was answered; returns why that cannot be relied on, if anything says so. */
	private async ask(): Promise<TransportError | undefined> {
		const { protocol, timeoutSeconds } = this.settings;
		const phones = this.#recipients.map(({ phone }) => phone);
		const came = await ask(this.context, this.account, PROTOCOLS[protocol].encodeSend(this.messages), timeoutSeconds);
		const decode = (text: string, known: Known): SendAnswer => PROTOCOLS[protocol].decodeSend(text, { ...known, phones });
		this.#tries.add(matchAnswers(this.messages, readAnswer(came, { decode, quote: this.account.quote })));
		return came.brokenBy;
	}

	private async answered(handOver: HandOver): Promise<Outcome> {
		const settled = this.#tries.settled ?? [];
		const ids = [...settled.map(({ result }) => result.answer), ...this.#tries.strays].flatMap((answer) => answer?.messageId ?? []);
		recentIds.remember(this.account.key, ids, Date.now());
		const warning = await handOver.give(settled.flatMap(({ result }) => handedOver(result)));
		const known = { settings: this.settings, request: this.number, account: this.account };
		return {
			bySlot: settled.map(({ result, wasUnsure }) => ({
				recipient: result.recipient,
				line: answeredLine(result, { ...known, wasUnsure }, warning),
			})),
			strays: this.#tries.strays.map((answer) => strayLine(answer, this.#recipients[0]?.item ?? 0, this.number)),
		};
	}

	private forAll(lineOf: (recipient: PlannedRecipient) => Line): Outcome {
		return { bySlot: this.#recipients.map((recipient) => ({ recipient, line: lineOf(recipient) })), strays: [] };
	}
}

/** Another try may tell more. It is never shown: what is known of each recipient is. */
const UNCLEAR = new ProtocolError('unexpectedShape', 'The gateway did not answer for everybody.');

/** A recipient with a message ID, as it is handed to the trigger. */
function handedOver({ recipient, content, ...result }: Result<PlannedRecipient>): HandedOver[] {
	// What waits at the gateway goes out by itself.
	const isTaken = result.outcome === 'accepted' || result.outcome === 'repeat' || result.outcome === 'queued';
	const messageId = isTaken ? result.answer?.messageId : undefined;
	if (messageId === undefined) return [];
	const { phone, clientMessageId, data } = recipient;
	const { campaignName } = content;
	return [
		{
			messageId,
			phone,
			...(clientMessageId !== undefined && { clientMessageId }),
			...(campaignName !== undefined && { campaignName }),
			data,
		},
	];
}
