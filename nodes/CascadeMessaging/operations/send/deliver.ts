import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { PROTOCOLS } from '../../protocol/codecs';
import { matchAnswers } from '../../protocol/matching';
import type { Result } from '../../protocol/matching';
import type { Message } from '../../protocol/message';
import { handOver } from '../../tracking/handOver';
import type { HandedOver } from '../../tracking/handOver';
import type { Account } from '../../transport/account';
import { ask } from '../../transport/gateway';
import { isFailure } from '../lines';
import type { Line } from '../lines';
import { answeredLine, failedLine, strayLine, unsentLine } from './outcomes';
import type { Plan, PlannedRecipient, Slot } from './plan';
import type { RunMemory } from './runMemory';
import type { RunSettings } from '../runSettings';

/**
 * Sends the requests of a plan one after another and returns a line for each of its slots, in input order, and for each
 * answer that belongs to none. Never throws once a request is out: what became of everybody is in the lines.
 */
export async function deliver(
	context: IExecuteFunctions,
	account: Account,
	plan: Plan,
	settings: RunSettings,
	memory: RunMemory,
): Promise<Line[]> {
	const lines = plan.slots.map(knownLine);
	const strays: Line[] = [];
	let halt: 'stopped' | 'failed' | undefined;
	for (const [index, messages] of plan.requests.entries()) {
		halt ??= await waitForTurn(context, index === 0 ? 0 : settings.pauseMilliseconds);
		const request = new SendRequest(context, account, settings, messages, index + 1);
		const answered = halt === undefined ? await request.send() : request.unsent(halt);
		for (const { recipient, line } of answered.bySlot) {
			lines[recipient.slot] = line;
			memory.keep(recipient, line);
		}
		strays.push(...answered.strays);
		const hasFailure = [...answered.bySlot.map(({ line }) => line), ...answered.strays].some(isFailure);
		if (hasFailure && !context.continueOnFail()) halt ??= 'failed';
	}
	const all = [...lines.flatMap((line) => line ?? []), ...strays];
	if (!all.some(isFailure)) memory.clear();
	return all;
}

/** The line of a slot about which everything is known before sending. */
function knownLine(slot: Slot): Line | undefined {
	if ('sentBefore' in slot) return slot.sentBefore;
	return 'failure' in slot ? slot : undefined;
}

/** Waits before a request; says whether the user has stopped the execution meanwhile. */
async function waitForTurn(context: IExecuteFunctions, milliseconds: number): Promise<'stopped' | undefined> {
	const signal = context.getExecutionCancelSignal();
	if (milliseconds > 0) await sleep(milliseconds, signal).catch(() => undefined);
	return signal?.aborted ? 'stopped' : undefined;
}

interface Outcome {
	readonly bySlot: readonly { readonly recipient: PlannedRecipient; readonly line: Line }[];
	readonly strays: readonly Line[];
}

/** One request of a run. */
class SendRequest {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly account: Account,
		private readonly settings: RunSettings,
		private readonly messages: readonly Message<PlannedRecipient>[],
		private readonly number: number,
	) {}

	async send(): Promise<Outcome> {
		const codec = PROTOCOLS[this.settings.protocol];
		try {
			const text = await ask(this.context, this.account, codec.encodeSend(this.messages), this.settings.timeoutSeconds);
			const { results, strays } = matchAnswers(this.messages, codec.decodeSend(text));
			const warning = await handOver(this.context, this.account, results.flatMap(handedOver));
			const answered = { settings: this.settings, request: this.number, redact: this.account.redact };
			return {
				bySlot: results.map((result) => ({
					recipient: result.recipient,
					line: answeredLine(result, answered, warning),
				})),
				strays: strays.map((answer) => strayLine(answer, this.firstItem(), this.number)),
			};
		} catch (error) {
			return this.forAll((recipient) => failedLine(recipient, error, this.number));
		}
	}

	unsent(reason: 'stopped' | 'failed'): Outcome {
		return this.forAll((recipient) => unsentLine(recipient, reason));
	}

	private forAll(lineOf: (recipient: PlannedRecipient) => Line): Outcome {
		const recipients = this.messages.flatMap((message) => message.recipients);
		return { bySlot: recipients.map((recipient) => ({ recipient, line: lineOf(recipient) })), strays: [] };
	}

	private firstItem(): number {
		return this.messages[0]?.recipients[0]?.item ?? 0;
	}
}

/** An accepted recipient as it is handed to the trigger. */
function handedOver({ recipient, content, ...result }: Result<PlannedRecipient>): HandedOver[] {
	if (result.outcome !== 'accepted') return [];
	const { phone, clientMessageId, data } = recipient;
	const { campaignName } = content;
	return [
		{
			messageId: result.answer.messageId,
			phone,
			...(clientMessageId !== undefined && { clientMessageId }),
			...(campaignName !== undefined && { campaignName }),
			data,
		},
	];
}
