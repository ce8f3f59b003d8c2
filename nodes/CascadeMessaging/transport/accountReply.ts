import type { AccountAnswer, AccountTrouble, AnswerOf, InputOf, QuestionName, Reason } from '../protocol';
import { notOffered, ProtocolError, readAccountAnswer } from '../protocol';
import { isOfPrograms } from './behindStatus';
import type { RequestErrorCode } from './errorMeaning';
import type { GatewayAnswer } from './gateway';
import { tryDecode } from './tryDecode';

/** Why a question about the account has no answer: a stable code and a sentence for the user. */
export interface ReplyTrouble {
	readonly code: RequestErrorCode | AccountTrouble['code'] | 'notReached';
	readonly message: string;
	/** Why the gateway refused, where its words are known (docs/protocol.md section 6a). */
	readonly reason?: Reason;
	/** Whether the gateway may have done what it was asked to do (section 6.4). */
	readonly mayHaveArrived: boolean;
}

/** The answer to a question about the account, or why there is none. */
export type AccountReply<Answer> = { readonly answer: Answer } | { readonly trouble: ReplyTrouble };

/** A question, and what makes words of the gateway fit for the user. */
export interface AskedAbout<Name extends QuestionName> {
	readonly name: Name;
	readonly input: InputOf<Name>;
	readonly quote: (words: string) => string;
}

/** With these statuses a web server says that there is nobody to ask such things (section 8). */
const NOBODY_THERE = [404, 405, 501];

/**
 * Reads what came as the answer to a question about the account.
 *
 * @throws TransportError (any code) when the connection or the HTTP status says why it is none.
 * @throws ProtocolError (any code) when it is none, and nothing else says why.
 */
export function readReply<Name extends QuestionName>(
	came: GatewayAnswer,
	{ name, input, quote }: AskedAbout<Name>,
): AccountAnswer<AnswerOf<Name>> {
	const { text, status, brokenBy } = came;
	const answer = tryDecode(() => readAccountAnswer(name, text, { input, quote }));
	if (!(answer instanceof ProtocolError) && counts(answer, came)) return answer;
	if (NOBODY_THERE.includes(status)) return { trouble: notOffered(`the gateway answered with HTTP status ${status}.`) };
	if (brokenBy !== undefined) throw brokenBy;
	if (answer instanceof ProtocolError) throw answer;
	return answer;
}

/**
 * Says whether an answer is the gateway's. What answers the question is, and it is whole, or it could not be read. That something was
 * refused or is not there, a proxy may say too, with HTTP 4xx or 5xx.
 */
function counts(answer: AccountAnswer<unknown>, { status, isCut }: GatewayAnswer): boolean {
	if ('answer' in answer) return true;
	return !isCut && (status < 400 || answer.trouble.reason !== undefined || isOfPrograms(status));
}
