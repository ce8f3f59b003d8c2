import type { RequestErrorCode } from '../transport/errorMeaning';
import { CascadeError } from '../protocol/errors';
import type { Reason } from '../protocol/reasons';
import type { ViolationCode } from '../protocol/rules';

/**
 * What a failure means for the recipient's money: `notSent` was never handed over, `refused` was declined by the gateway,
 * `unknown` may have been sent.
 */
export type FailureOutcome = 'notSent' | 'refused' | 'unknown';

/** The stable codes of everything that can be wrong with an item, before and after sending. */
export type FailureCode =
	| ViolationCode
	| RequestErrorCode
	| 'credentialNotUsable'
	| 'phoneMissing'
	| 'phoneInvalid'
	| 'valueNotReadable'
	| 'messageIdMissing'
	| 'messageIdInvalid'
	| 'channelUnknown'
	| 'channelRepeated'
	| 'textBroken'
	| 'placeholderEmpty'
	| 'keyIncomplete'
	| 'sendAtInvalid'
	| 'sendAtPast'
	| 'clientMessageIdMissing'
	| 'clientMessageIdRepeated'
	| 'refusedByGateway'
	| 'queuedUntilTopUp'
	| 'notAnswered'
	| 'answerForNobody'
	| 'notReached';

/** Why one recipient or message of an input item failed: in words for the user, with the field and a stable code. */
export interface Failure {
	readonly code: FailureCode;
	/** Only where a message was to be sent. */
	readonly outcome?: FailureOutcome;
	/** Why the gateway refused, where its words are known (PROTOCOL.md section 6a). */
	readonly reason?: Reason;
	readonly message: string;
	readonly field?: string;
	readonly phone?: string;
	readonly clientMessageId?: string;
	/** An ID the gateway gave although the recipient failed. */
	readonly messageId?: string;
	/** The number of the request, from 1; absent when nothing was sent. */
	readonly request?: number;
}

/** Thrown while an item is read; the item loop turns it into the item's failure. */
export class ItemError extends CascadeError<FailureCode> {
	override readonly name = 'ItemError';

	constructor(readonly failure: Failure) {
		super(failure.code, failure.message);
	}
}

/** An item error found before anything was sent. */
export function unreadable(code: FailureCode, field: string, message: string): ItemError {
	return new ItemError({ code, outcome: 'notSent', field, message });
}
