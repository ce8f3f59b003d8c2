import type { Known, SendAnswer, StatesAnswer } from '../protocol';
import { ProtocolError } from '../protocol';
import { countsBehindStatus } from './behindStatus';
import type { GatewayAnswer } from './gateway';
import { TransportError } from './transportError';
import { tryDecode } from './tryDecode';

/** How an answer of the gateway is read. */
interface AnswerReader<A> {
	/** The codec's reader. Throws `ProtocolError` for what is no answer. */
	readonly decode: (text: string, known: Known) => A;
	/**
	 * Makes words of the gateway fit for the user; where it is given, a refusal that does not count because of its HTTP status is quoted in
	 * the error.
	 */
	readonly quote?: (words: string) => string;
}

/**
 * Reads what the gateway answered, also where it broke off or came with HTTP 4xx or 5xx (docs/protocol.md section 6.4).
 * @throws TransportError (any code) when it is no answer, and the connection or the HTTP status says why.
 * @throws ProtocolError (any code) when it is no answer, and nothing else says why.
 */
export function readAnswer<A extends SendAnswer | StatesAnswer>(came: GatewayAnswer, { decode, quote }: AnswerReader<A>): A {
	const { text, isCut, status, brokenBy } = came;
	const isDoubtful = status >= 400;
	const answer = tryDecode(() => decode(text, { isCut, isDoubtful }));
	// What makes an answer unreliable says more than what is wrong with its text.
	if (answer instanceof ProtocolError) throw brokenBy ?? answer;
	if (!isDoubtful || brokenBy === undefined || countsBehindStatus(status, answer)) return answer;
	throw 'refused' in answer && quote !== undefined ? withWords(brokenBy, quote(answer.refused)) : brokenBy;
}

function withWords({ code, message, chances }: TransportError, words: string): TransportError {
	return new TransportError(code, `${message} It says: ${words}`, chances);
}
