import type { RecipientAnswer } from './answers';
import type { Content, Recipient } from './message';
import type { Meaning, Reason } from './reasons';
import { meaningOf, reasonOf } from './reasons';

/** What became of one recipient of a request that was answered. */
export type Result<R extends Recipient = Recipient> = { readonly recipient: R; readonly content: Content } & (
	| { readonly outcome: 'accepted'; readonly answer: RecipientAnswer & { accepted: true } }
	| Declined
	| { readonly outcome: 'unanswered'; readonly reason: string; readonly answer?: RecipientAnswer }
);

/**
 * A recipient that was not sent to now: in the gateway's words, and by reason where the words are known (section 6a). `refused` means
 * declined; `repeat`, sent before with the same client number; `queued`, that it waits at the gateway and goes out by itself.
 */
type Declined = DeclinedAs<'refused'> | DeclinedAs<'repeat'> | DeclinedAs<'queued'>;

interface DeclinedAs<Meant extends Meaning> {
	readonly outcome: Meant;
	readonly reason: string;
	readonly known?: Reason;
	readonly answer?: RecipientAnswer;
}

/** A recipient with the content it was to get. */
export type Addressed<R extends Recipient> = Pick<Result<R>, 'recipient' | 'content'>;

/** The result of a recipient from its answer. No answer, or one with the number of somebody else, is never a silent success (section 6.1). */
export function resultOf<R extends Recipient>({ recipient, content }: Addressed<R>, answer: RecipientAnswer | undefined): Result<R> {
	if (answer === undefined) {
		return { recipient, content, outcome: 'unanswered', reason: 'The gateway did not answer for this recipient.' };
	}
	const { clientMessageId: sent } = recipient;
	const { clientMessageId: echoed } = answer;
	if (sent !== undefined && echoed !== undefined && sent !== echoed) {
		const reason = `The gateway answered with client message ID ${echoed} instead of ${sent}.`;
		return { recipient, content, outcome: 'unanswered', reason, answer };
	}
	if (answer.accepted) return { recipient, content, outcome: 'accepted', answer };
	if (answer.reason === null) {
		const isCut = answer.messageId !== undefined;
		const reason = isCut ? 'The answer broke off before it was clear.' : 'The gateway gave neither an ID nor a reason.';
		return { recipient, content, outcome: 'unanswered', reason, answer };
	}
	return { recipient, content, ...declinedBy(answer.reason, sent !== undefined), answer };
}

/** What the gateway's words mean for a recipient. They can mean a repeat only where a client number was sent with it (`mayBeRepeat`). */
export function declinedBy(reason: string, mayBeRepeat: boolean): Declined {
	const known = reasonOf(reason);
	const meaning = meaningOf(known);
	const outcome = meaning === 'repeat' && !mayBeRepeat ? 'refused' : meaning;
	return { outcome, reason, ...(known !== undefined && { known }) };
}
