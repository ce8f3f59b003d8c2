import type { Matched, Recipient, RecipientAnswer, Result } from '../../../protocol';

/** A recipient's result, and whether an earlier try may have sent to it without saying so. */
export interface Settled<R extends Recipient> {
	readonly result: Result<R>;
	readonly wasUnsure: boolean;
}

/**
 * What is known after several tries of one request. A recipient who was accepted in any of them stays so, with the ID of that try: the
 * gateway calls the next one a repeat. What waits for money stays so too, and a repeat gives way only to an acceptance. Everybody else has
 * what the last try said. No ID that any try gave is lost.
 */
export class Tries<R extends Recipient> {
	#settled: readonly Settled<R>[] | undefined;
	#wasLost = false;
	#strays: readonly RecipientAnswer[] = [];

	/** Takes the answers of a further try; all tries have the same recipients in the same order. */
	add({ results, strays }: Matched<R>): void {
		const before = this.#settled;
		const settled = results.map((result, index) => merge(before?.[index], result, this.#wasLost));
		// In the first try, each answer is its recipient's.
		const given = before === undefined ? [] : [...before.map(({ result }) => result), ...results].flatMap(({ answer }) => answer ?? []);
		const loose = [...this.#strays, ...strays, ...given];
		this.#strays = loose.length === 0 ? [] : withoutKnown(loose, idsOf(settled.map(({ result }) => result.answer)), new Set(strays));
		this.#settled = settled;
	}

	/** Takes note of a try without an answer that may have arrived. */
	lose(): void {
		this.#wasLost = true;
		this.#settled = this.#settled?.map((one) => (isTaken(one.result) ? one : { ...one, wasUnsure: true }));
	}

	/** What is known of each recipient; undefined before the first answer. */
	get settled(): readonly Settled<R>[] | undefined {
		return this.#settled;
	}

	/** The answers that belong to nobody. */
	get strays(): readonly RecipientAnswer[] {
		return this.#strays;
	}

	/**
	 * Whether another try may tell more: somebody has had no answer yet, or one that is not clear. False where a message waits for money at
	 * the gateway: nothing says that the gateway would recognize it.
	 */
	get isUnclear(): boolean {
		if (this.#settled?.some(({ result }) => result.outcome === 'queued') === true) return false;
		return this.#settled?.some(({ result }) => leavesOpen(result)) ?? true;
	}
}

function merge<R extends Recipient>(before: Settled<R> | undefined, now: Result<R>, wasLost: boolean): Settled<R> {
	if (before === undefined) return { result: now, wasUnsure: wasLost };
	if (before.result.outcome === 'accepted' || before.result.outcome === 'queued') return before;
	const wasUnsure = before.wasUnsure || isUnanswered(before.result);
	if (before.result.outcome === 'repeat' && now.outcome !== 'accepted') return before;
	return { result: keepingId(now, before.result.answer?.messageId), wasUnsure };
}

/** A result that has no ID of its own takes over the one an earlier try gave. */
function keepingId<R extends Recipient>(result: Result<R>, messageId: string | undefined): Result<R> {
	if (messageId === undefined || result.outcome === 'accepted' || result.answer?.messageId !== undefined) return result;
	const { reason } = result;
	const refused = result.answer ?? { accepted: false, reason, raw: null };
	return { ...result, answer: { ...refused, messageId } as RecipientAnswer };
}

/** Whether the gateway has the message and sends it, now or later. */
export function isTaken({ outcome }: Pick<Result, 'outcome'>): boolean {
	return outcome === 'accepted' || outcome === 'repeat' || outcome === 'queued';
}

function isUnanswered({ outcome }: Result): boolean {
	return outcome === 'unanswered';
}

/**
 * Whether another try may make a result clearer. It does not for an answer with the client number of somebody else, which would come again.
 */
function leavesOpen({ outcome, answer }: Result): boolean {
	return outcome === 'unanswered' && (answer === undefined || (!answer.accepted && answer.reason === null));
}

function idsOf(answers: readonly (RecipientAnswer | undefined)[]): Set<string> {
	return new Set(answers.flatMap((answer) => answer?.messageId ?? []));
}

/** Each ID that no recipient holds, once, and the strays of the last try that have no ID. */
function withoutKnown(
	answers: readonly RecipientAnswer[],
	held: ReadonlySet<string>,
	strays: ReadonlySet<RecipientAnswer>,
): RecipientAnswer[] {
	const told = new Set(held);
	return answers.filter((answer) => {
		if (answer.messageId === undefined) return strays.has(answer);
		if (told.has(answer.messageId)) return false;
		told.add(answer.messageId);
		return true;
	});
}
