import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { PROTOCOLS } from '../../protocol/codecs';
import type { RecipientAnswer, SendAnswer } from '../../protocol/answers';
import { matchAnswers } from '../../protocol/matching';
import type { Result } from '../../protocol/result';
import type { Message } from '../../protocol/message';
import { handOver } from '../../tracking/handOver';
import type { HandedOver } from '../../tracking/handOver';
import { recentIds } from '../../tracking/recentIds';
import type { Account } from '../../transport/account';
import { ask } from '../../transport/gateway';
import { Retrier } from '../../transport/retrier';
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
	const lines = plan.slots.map(lineBeforeSending);
	const strays: Line[] = [];
	const retrier = new Retrier({ retries: settings.retries, signal: context.getExecutionCancelSignal() });
	let halt: 'stopped' | 'failed' | undefined;
	for (const [index, messages] of plan.requests.entries()) {
		halt ??= await waitForTurn(context, index === 0 ? 0 : settings.pauseMilliseconds);
		const request = new SendRequest(context, account, settings, messages, index + 1);
		const answered = halt === undefined ? await request.send(retrier) : request.unsent(halt);
		for (const { recipient, line } of answered.bySlot) {
			lines[recipient.slot] = line;
			memory.keep(recipient, line);
		}
		for (const line of answered.strays) strays.push(line);
		const hasFailure = [...answered.bySlot.map(({ line }) => line), ...answered.strays].some(isFailure);
		const isStopped = context.getExecutionCancelSignal()?.aborted === true;
		if (hasFailure && !context.continueOnFail()) halt ??= isStopped ? 'stopped' : 'failed';
	}
	const all = [...lines.flatMap((line) => line ?? []), ...strays];
	const isWell = !all.some(isFailure);
	if (isWell) memory.clear();
	// Told before, they are no reason for this try to fail.
	if (isWell && !context.continueOnFail()) return all;
	const before = memory.strays;
	memory.keepStrays(strays);
	return [...all, ...before];
}

/** The line of a slot about which everything is known before sending. */
export function lineBeforeSending(slot: Slot): Line | undefined {
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

	/** Tries again what surely did not arrive, and what the gateway would recognize as a repeat (PROTOCOL.md section 6.4). */
	async send(retrier: Retrier): Promise<Outcome> {
		const isRepeatable = this.recipients().every(({ clientMessageId }) => clientMessageId !== undefined);
		let wasUnsure = false;
		const attempt = async (mayHaveArrived: boolean): Promise<SendAnswer> => {
			wasUnsure = mayHaveArrived;
			return await this.attempt();
		};
		try {
			const { results, strays } = matchAnswers(this.messages, await retrier.run(attempt, { isRepeatable }));
			recentIds.remember(this.account.key, idsIn([...results.map(({ answer }) => answer), ...strays]), Date.now());
			const warning = await handOver(this.context, this.account, results.flatMap(handedOver));
			const answered = { settings: this.settings, request: this.number, account: this.account, wasUnsure };
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

	private async attempt(): Promise<SendAnswer> {
		const codec = PROTOCOLS[this.settings.protocol];
		const request = codec.encodeSend(this.messages);
		const { text, brokenBy } = await ask(this.context, this.account, request, this.settings.timeoutSeconds);
		try {
			return codec.decodeSend(text, { isCut: brokenBy !== undefined, phones: this.recipients().map(({ phone }) => phone) });
		} catch (error) {
			throw brokenBy ?? error;
		}
	}

	unsent(reason: 'stopped' | 'failed'): Outcome {
		return this.forAll((recipient) => unsentLine(recipient, reason));
	}

	private forAll(lineOf: (recipient: PlannedRecipient) => Line): Outcome {
		return { bySlot: this.recipients().map((recipient) => ({ recipient, line: lineOf(recipient) })), strays: [] };
	}

	private recipients(): PlannedRecipient[] {
		return this.messages.flatMap((message) => message.recipients);
	}

	private firstItem(): number {
		return this.recipients()[0]?.item ?? 0;
	}
}

function idsIn(answers: readonly (RecipientAnswer | undefined)[]): string[] {
	return answers.flatMap((answer) => answer?.messageId ?? []);
}

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
