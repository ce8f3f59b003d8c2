import type { RecipientAnswer } from './answers';
import type { Content, Recipient } from './message';
import { meansRepeat } from './repeats';

/** What became of one recipient of a request that was answered. */
export type Result<R extends Recipient = Recipient> = { readonly recipient: R; readonly content: Content } & (
	| { readonly outcome: 'accepted'; readonly answer: RecipientAnswer & { accepted: true } }
	| { readonly outcome: 'refused'; readonly reason: string; readonly answer?: RecipientAnswer }
	/** Not sent now, because a message with the recipient's client number was sent before (section 6.3). */
	| { readonly outcome: 'repeat'; readonly reason: string; readonly answer?: RecipientAnswer }
	| { readonly outcome: 'unanswered'; readonly reason: string; readonly answer?: RecipientAnswer }
);

/** A recipient with the content it was to get. */
export type Addressed<R extends Recipient> = Pick<Result<R>, 'recipient' | 'content'>;

/** The result of a recipient whose answer is known; no answer, or one for somebody else, is never a silent success (section 6.1). */
export function resultOf<R extends Recipient>(who: Addressed<R>, answer: RecipientAnswer | undefined): Result<R> {
	if (answer === undefined) {
		return { ...who, outcome: 'unanswered', reason: 'The gateway did not answer for this recipient.' };
	}
	if (echoesAnotherNumber(who.recipient, answer)) {
		const reason = `The gateway answered with client message ID ${answer.clientMessageId ?? ''} instead of ${who.recipient.clientMessageId ?? ''}.`;
		return { ...who, outcome: 'unanswered', reason, answer };
	}
	if (answer.accepted) return { ...who, outcome: 'accepted', answer };
	if (answer.reason === null) {
		const isCut = answer.messageId !== undefined;
		const reason = isCut ? 'The answer broke off before it was clear.' : 'The gateway gave neither an ID nor a reason.';
		return { ...who, outcome: 'unanswered', reason, answer };
	}
	return { ...who, outcome: isRepeat(who.recipient, answer.reason) ? 'repeat' : 'refused', reason: answer.reason, answer };
}

/** Says whether a refusal means that a message with the recipient's client number was sent before (section 6.3). */
export function isRepeat({ clientMessageId }: Recipient, reason: string): boolean {
	return clientMessageId !== undefined && meansRepeat(reason);
}

function echoesAnotherNumber(recipient: Recipient, answer: RecipientAnswer): boolean {
	return (
		recipient.clientMessageId !== undefined &&
		answer.clientMessageId !== undefined &&
		recipient.clientMessageId !== answer.clientMessageId
	);
}
