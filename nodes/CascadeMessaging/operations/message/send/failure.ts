import type { Reason, ViolationCode } from '../../../protocol';
import type { RequestErrorCode } from '../../../transport/errorMeaning';
import type { ContactListCode } from '../../shared/contactList';
import type { Failure, ReadingCode, RunCode } from '../../shared/failure';
import type { Line } from '../../shared/lines';
import type { PhoneCode } from '../../shared/phone';
import type { CascadeCode } from './cascade';
import type { ClientMessageIdCode } from './clientMessageId';
import type { SendAtCode } from './sendAt';
import type { SendWindowCode } from './sendWindow';

/**
 * What a failure means for the recipient's money: `notSent` was never handed over, `refused` was declined by the gateway,
 * `unknown` may have been sent.
 */
type FailureOutcome = 'notSent' | 'refused' | 'unknown';

/** The stable codes of everything that can be wrong with a recipient, before and after sending. */
export type SendCode =
	| ReadingCode
	| RunCode
	| PhoneCode
	| CascadeCode
	| ClientMessageIdCode
	| SendAtCode
	| SendWindowCode
	| ViolationCode
	| RequestErrorCode
	| 'refusedByGateway'
	| 'queuedUntilTopUp'
	| 'listsNotOffered'
	| 'contactListRepeated'
	| ContactListCode
	| 'notAnswered'
	| 'answerForNobody'
	| 'notReached';

/** Why a recipient failed, or an item as a whole, and what that means for the money. */
export interface SendFailure extends Failure<SendCode> {
	readonly outcome: FailureOutcome;
	/** Why the gateway refused, where its words are known (docs/protocol.md section 6a). */
	readonly reason?: Reason;
	readonly phone?: string;
	/** The contact list that was to be sent to, or that a phone is on. */
	readonly contactList?: string;
	readonly clientMessageId?: string;
	/** An ID the gateway gave although the recipient failed. */
	readonly messageId?: string;
	/** The number of the request, from 1; absent when nothing was sent. */
	readonly request?: number;
	/** When a scheduled message that may have been sent goes out, ISO 8601 with the offset of the gateway's clock. */
	readonly sendAt?: string;
}

/** A line of Send's output. */
export type SendLine = Line<SendFailure>;

/**
 * Makes a failure that was found before anything was sent one of Send's. All codes that the readers of Send's parameters use are among
 * `SendCode`.
 */
export function notSent({ code, ...rest }: Failure): SendFailure {
	return { code: code as SendCode, outcome: 'notSent', ...rest };
}
