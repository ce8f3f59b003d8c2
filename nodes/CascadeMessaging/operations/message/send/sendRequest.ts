import type { IExecuteFunctions } from 'n8n-workflow';

import type { SendAnswer } from '../../../protocol/answers';
import { PROTOCOLS } from '../../../protocol/codecs';
import { ProtocolError } from '../../../protocol/errors';
import { matchAnswers } from '../../../protocol/matching';
import type { Message } from '../../../protocol/message';
import type { Result } from '../../../protocol/result';
import { handOver } from '../../../tracking/handOver';
import type { HandedOver } from '../../../tracking/handOver';
import { recentIds } from '../../../tracking/recentIds';
import type { Account } from '../../../transport/account';
import { ask } from '../../../transport/gateway';
import type { Retrier } from '../../../transport/retrier';
import { TransportError } from '../../../transport/transportError';
import type { Line } from '../../shared/lines';
import type { RunSettings } from '../../shared/runSettings';
import { answeredLine, failedLine, strayLine, unsentLine } from './outcomes';
import type { PlannedRecipient } from './plan';
import { readAnswer } from './readAnswer';
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
	async send(retrier: Retrier): Promise<Outcome> {
		const isRepeatable = this.#recipients.every(({ clientMessageId }) => clientMessageId !== undefined);
		try {
			await retrier.run(async () => {
				await this.attempt(isRepeatable);
			}, { isRepeatable });
		} catch (error) {
			if (this.#tries.settled === undefined) return this.forAll((recipient) => failedLine(recipient, error, this.number));
		}
		return await this.answered();
	}

	/** What becomes of a request that is not made. */
	unsent(reason: 'stopped' | 'failed'): Outcome {
		return this.forAll((recipient) => unsentLine(recipient, reason));
	}

	private async attempt(mustBeClear: boolean): Promise<void> {
		const answer = await this.ask().catch((error: unknown) => {
			if (!(error instanceof TransportError) || error.chances.mayHaveArrived) this.#tries.lose();
			throw error;
		});
		this.#tries.add(matchAnswers(this.messages, answer.read));
		if (mustBeClear && this.#tries.isUnclear) throw answer.brokenBy ?? UNCLEAR;
	}

	private async ask(): Promise<{ readonly read: SendAnswer; readonly brokenBy?: TransportError }> {
		const { protocol, timeoutSeconds } = this.settings;
		const phones = this.#recipients.map(({ phone }) => phone);
		const answer = await ask(this.context, this.account, PROTOCOLS[protocol].encodeSend(this.messages), timeoutSeconds);
		return { ...answer, read: readAnswer(answer, { protocol, phones, account: this.account }) };
	}

	private async answered(): Promise<Outcome> {
		const settled = this.#tries.settled ?? [];
		const ids = [...settled.map(({ result }) => result.answer), ...this.#tries.strays].flatMap((answer) => answer?.messageId ?? []);
		recentIds.remember(this.account.key, ids, Date.now());
		const warning = await handOver(this.context, this.account, settled.flatMap(({ result }) => handedOver(result)));
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
