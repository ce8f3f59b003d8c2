import { PROTOCOLS } from '../../../protocol/codecs';
import type { ProtocolName } from '../../../protocol/codecs';
import type { SendAnswer } from '../../../protocol/answers';
import type { Account } from '../../../transport/account';
import { countsBehindStatus } from '../../../transport/behindStatus';
import type { GatewayAnswer } from '../../../transport/gateway';
import { TransportError } from '../../../transport/transportError';

/** What was sent, as far as reading the answer needs it. */
export interface SentRequest {
	readonly protocol: ProtocolName;
	readonly phones: readonly string[];
	readonly account: Account;
}

/**
 * Reads what the gateway answered to a send request, also where it broke off or stood behind HTTP 4xx or 5xx.
 *
 * @throws {TransportError | ProtocolError} when it is no answer; where a status says so, its words are added to the sentence.
 */
export function readAnswer({ text, isCut, brokenBy, status }: GatewayAnswer, { protocol, phones, account }: SentRequest): SendAnswer {
	const isDoubtful = status >= 400;
	const answer = decode(() => PROTOCOLS[protocol].decodeSend(text, { isCut, phones, isDoubtful }), brokenBy);
	if (!isDoubtful || brokenBy === undefined || countsBehindStatus(status, answer)) return answer;
	throw 'refused' in answer ? withWords(brokenBy, account.quote(answer.refused)) : brokenBy;
}

function decode(read: () => SendAnswer, brokenBy: TransportError | undefined): SendAnswer {
	try {
		return read();
	} catch (error) {
		throw brokenBy ?? error;
	}
}

function withWords({ code, message, chances }: TransportError, words: string): TransportError {
	return new TransportError(code, `${message} It says: ${words}`, chances);
}
