import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Recipient } from '../../../protocol';
import { isRecord, listOf } from '../../../protocol';
import { isFailure } from '../../shared/lines';
import type { SendLine } from './failure';
import type { PlannedRecipient } from './plannedRecipient';

/**
 * What became of recipients in earlier tries of the same run. n8n's Retry On Fail and its Retry button run the whole node
 * again with the same node context, and would send to everybody again.
 */
export class RunMemory {
	readonly #context: IDataObject;
	readonly #lines: Record<string, unknown>;
	readonly #run: unknown;
	readonly #canBeRetried: boolean;

	constructor(context: IExecuteFunctions) {
		this.#context = context.getContext('node');
		const kept = this.#context.sentBefore;
		this.#lines = isRecord(kept) ? kept : {};
		// A node in a loop runs several times in one execution: those are no retries of each other.
		this.#run = context.getWorkflowDataProxy(0).$runIndex as unknown;
		this.#canBeRetried = !context.continueOnFail() || context.getNode().retryOnFail === true;
	}

	/**
	 * The line of a recipient that must not be sent to again; undefined where nothing was sent, or where its client number makes another
	 * try safe.
	 */
	recall(item: number, recipient: Recipient): SendLine | undefined {
		const line = this.#lineOf(item, recipient);
		return line === undefined || isRepeatable(recipient, line) ? undefined : line;
	}

	/** Says whether an earlier try may have sent to a recipient whose client number makes another try safe. */
	mayHaveSent(item: number, recipient: Recipient): boolean {
		const line = this.#lineOf(item, recipient);
		return line !== undefined && isRepeatable(recipient, line);
	}

	/** Keeps the line of a recipient that was accepted, or perhaps sent to. */
	keep(recipient: PlannedRecipient, line: SendLine): void {
		const isRisk = !isFailure(line) || line.failure.outcome === 'unknown';
		if (!isRisk || !this.#canBeRetried) return;
		this.#lines[this.#keyOf(recipient.item, recipient)] = line;
		this.#context.sentBefore = this.#lines;
	}

	/** Answers of earlier tries that fit nobody: their IDs stand in no other line. */
	get strays(): readonly SendLine[] {
		return listOf(this.#lines[this.#strayKey]).filter(isLine);
	}

	/** Keeps answers that fit nobody. */
	keepStrays(lines: readonly SendLine[]): void {
		if (lines.length === 0 || !this.#canBeRetried) return;
		this.#lines[this.#strayKey] = [...this.strays, ...lines];
		this.#context.sentBefore = this.#lines;
	}

	/** Forgets everything. For a run that ended well: n8n does not retry it. */
	clear(): void {
		delete this.#context.sentBefore;
	}

	get #strayKey(): string {
		return `${String(this.#run)}:strays`;
	}

	#lineOf(item: number, recipient: Recipient): SendLine | undefined {
		const line = this.#lines[this.#keyOf(item, recipient)];
		return isLine(line) ? line : undefined;
	}

	#keyOf(item: number, { phone }: Recipient): string {
		return `${String(this.#run)}:${item}:${phone}`;
	}
}

/**
 * Whether the gateway would recognize another try: both have the same client number. Not where the message waits for money: nothing says
 * that the gateway knows such a message by its number.
 */
function isRepeatable({ clientMessageId }: Recipient, line: SendLine): boolean {
	if (isFailure(line) && line.failure.code === 'queuedUntilTopUp') return false;
	return isFailure(line) && clientMessageId !== undefined && line.failure.clientMessageId === clientMessageId;
}

function isLine(value: unknown): value is SendLine {
	return isRecord(value) && typeof value.item === 'number' && (isRecord(value.json) || isRecord(value.failure));
}
