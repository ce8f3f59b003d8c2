import { isAboutAccess } from '../accessWords';
import type { GatewayRequest } from '../codecs';
import { errorWordsOf } from '../codecs/errorWords';
import { postJson } from '../codecs/jsonRequest';
import { isWebPage } from '../codecs/jsonText';
import { ProtocolError } from '../errors';
import { holdsNothing } from '../lists';
import { GATEWAY_PATHS } from '../paths';
import type { Reason } from '../reasons';
import { reasonOf } from '../reasons';
import { looksOf } from '../text';
import type { Other } from './document';
import { readDocument } from './document';
import type { Asked, Quote } from './question';
import type { AnswerOf, InputOf, QuestionName } from './questions';
import { QUESTIONS } from './questions';
import { meansUnknownType } from './unknownType';

/** Why a question about the account has no answer: the gateway refused it, or the operator does not offer it. Asking again would not help. */
export interface AccountTrouble {
	readonly code: 'refusedByGateway' | 'notOffered';
	/** A sentence for the user. */
	readonly message: string;
	/** Why the gateway refused, where its words are known (docs/protocol.md section 6a). */
	readonly reason?: Reason;
	/** Whether that was nobody's refusal, so that the gateway may have done all the same what it was asked to do (section 6.4). */
	readonly mayBeDone?: true;
}

/** What a question was answered with. */
export type AccountAnswer<Answer> = { readonly answer: Answer } | { readonly trouble: AccountTrouble };

/** The request that asks a question about the account (section 8), still without login and password: those are put in by `sign`. */
export function encodeQuestion<Name extends QuestionName>(name: Name, input: InputOf<Name>): GatewayRequest {
	const { type, write } = QUESTIONS[name];
	return postJson(GATEWAY_PATHS.account, { type, ...write(input) });
}

/** Says whether the account is another one after a question: then it must not be asked again once it may have arrived (section 6.4). */
export function changesAccount(name: QuestionName): boolean {
	return QUESTIONS[name].changes !== undefined;
}

/**
 * Reads what came as the answer to a question about the account.
 *
 * @throws {ProtocolError} `notUnderstood` when it is JSON, but not what section 8 says, and `notOffered` when it is nothing at all: another
 * answer may be whole
 */
export function readAccountAnswer<Name extends QuestionName>(
	name: Name,
	text: string,
	asked: Asked<InputOf<Name>>,
): AccountAnswer<AnswerOf<Name>> {
	const { type, changes, read } = QUESTIONS[name];
	const came = readDocument(text);
	if (!('fields' in came)) return { trouble: troubleWith(came, asked.quote) };
	const refused = errorWordsOf(came.fields.error);
	// Where things were changed, an error may be about some of them only.
	const isRefused = changes === undefined || holdsNothing(came.fields[changes]);
	if (refused !== undefined && isRefused) return { trouble: refusalOf(refused, type, asked.quote) };
	return { answer: read(came.fields, asked) };
}

/** The trouble of a refusal: an operator who does not know the question does not offer it. */
function refusalOf(words: string, type: string, quote: Quote): AccountTrouble {
	const reason = reasonOf(words) ?? (isAboutAccess(words) ? 'access' : undefined);
	if (reason === undefined && meansUnknownType(words, type)) return notOffered(`the gateway does not know it. It says: ${quote(words)}`);
	const message = `The gateway refused the question: ${quote(words)}`;
	return { code: 'refusedByGateway', message, ...(reason !== undefined && { reason }) };
}

/** The trouble of an answer that is no JSON object. A refusal may have come as plain text, or as XML. */
function troubleWith({ text, isSpoilt }: Other, quote: Quote): AccountTrouble {
	if (text === '') throw new ProtocolError('notOffered', notOffered('the gateway answered with nothing.').message);
	if (isSpoilt) throw new ProtocolError('notUnderstood', 'The gateway answered with JSON that cannot be read.');
	const words = plainWordsIn(text);
	if (reasonOf(words) !== undefined || isAboutAccess(words)) return refusalOf(words, '', quote);
	return { ...notOffered(`the gateway answered with ${/^[{[]/.test(text) ? 'a list' : looksOf(text)}.`), mayBeDone: true };
}

const LONGEST_READ = 1000;

/** What an answer without a document says, without tags; nothing where it is a web page, which is not the gateway's own. */
function plainWordsIn(text: string): string {
	return isWebPage(text) ? '' : text.slice(0, LONGEST_READ).replace(/<[^<>]*>/g, ' ');
}

/** The trouble of a question an operator has no answer to; `how` says how that showed, and ends the sentence. */
export function notOffered(how: string): AccountTrouble {
	return { code: 'notOffered', message: `Your operator does not offer this: ${how}` };
}
