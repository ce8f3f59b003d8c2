import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Recipient } from '../../../protocol';
import { isRecord, listOf, scalarText } from '../../../protocol';
import { isFailure } from '../../shared/lines';
import type { Values } from '../../shared/values';
import { toValues } from '../../shared/values';
import { nameOfList } from '../nameOfList';
import type { SendLine } from './failure';

/**
 * What became of recipients in earlier tries of the same run. n8n's Retry On Fail and its Retry button run the whole node
 * again with the same node context, and would send to everybody again.
 */
export class RunMemory {
	readonly #context: IDataObject;
	/** What is kept for each run: a node in a loop runs several times in one execution, and those are no retries of each other. */
	readonly #runs: Values;
	readonly #kept: Kept;
	readonly #before: ReadonlyMap<string, SendLine>;
	readonly #canBeRetried: boolean;

	constructor(context: IExecuteFunctions) {
		this.#context = context.getContext('node');
		const run = String(context.getWorkflowDataProxy(0).$runIndex);
		const runs = toValues(this.#context.sentBefore);
		this.#kept = keptIn(runs[run]);
		this.#runs = { ...runs, [run]: this.#kept };
		this.#before = new Map(this.#kept.lines.map((line) => [keyOf(line.item, phoneIn(line)), line]));
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

	/** Keeps the line of a recipient that was accepted, or perhaps sent to. The line has its phone. */
	keep(line: SendLine): void {
		const isRisk = !isFailure(line) || line.failure.outcome === 'unknown';
		if (!isRisk || !this.#canBeRetried) return;
		this.#kept.lines.push(line);
		this.#context.sentBefore = this.#runs;
	}

	/** Answers of earlier tries that fit nobody: their IDs stand in no other line. */
	get strays(): readonly SendLine[] {
		return [...this.#kept.strays];
	}

	/** Keeps answers that fit nobody. */
	keepStrays(lines: readonly SendLine[]): void {
		if (lines.length === 0 || !this.#canBeRetried) return;
		for (const line of lines) this.#kept.strays.push(line);
		this.#context.sentBefore = this.#runs;
	}

	/** Forgets everything. For a run that ended well: n8n does not retry it. */
	clear(): void {
		delete this.#context.sentBefore;
	}

	#lineOf(item: number, { phone }: Recipient): SendLine | undefined {
		return this.#before.size === 0 ? undefined : this.#before.get(keyOf(item, phone));
	}
}

/** What is kept of one run; of several lines about one recipient the last holds. */
interface Kept {
	readonly lines: SendLine[];
	readonly strays: SendLine[];
}

function keptIn(value: unknown): Kept {
	const { lines, strays } = toValues(value);
	return { lines: listOf(lines).filter(isLine), strays: listOf(strays).filter(isLine) };
}

function keyOf(item: number, phone: unknown): string {
	return `${item}:${String(phone)}`;
}

/** A line of a contact list has none: it is kept under the name of the list. */
function phoneIn(line: SendLine): unknown {
	const { phone, contactList } = isFailure(line) ? line.failure : line.json;
	return phone ?? (contactList === undefined ? undefined : nameOfList(scalarText(contactList) ?? ''));
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
