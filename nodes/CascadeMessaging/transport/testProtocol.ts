import type { Codec, GatewayRequest, ProtocolName } from '../protocol';
import { isAboutAccess, ProtocolError, PROTOCOLS } from '../protocol';
import type { UnattendedAnswer } from './askUnattended';
import { isOfGateway } from './testWords';
import type { TransportError } from './transportError';
import { tryDecode } from './tryDecode';

/**
 * What one protocol says to the credential's Test: it answers and has taken the login, it does not take the login, it refuses for
 * another reason, or there is nothing that speaks it. `words` are the gateway's own.
 */
export type Verdict =
	| { readonly is: 'well' }
	| { readonly is: 'accessDenied' | 'refused'; readonly words: string }
	| { readonly is: 'absent'; readonly why?: TransportError };

/** Asks for the state of a message over one protocol, which costs nothing, and judges the answer. */
export async function testProtocol(
	name: ProtocolName,
	messageId: string,
	ask: (request: GatewayRequest) => Promise<UnattendedAnswer>,
): Promise<Verdict> {
	const codec = PROTOCOLS[name];
	const { text, brokenBy } = await ask(codec.encodeStates([messageId]));
	const verdict = judge(codec, text, messageId);
	// An answer with a status of failure may come from a web server. Of those, only a document of the protocol that refuses the login
	// counts.
	if (brokenBy === undefined || (verdict.is === 'accessDenied' && codec.answersInDocuments)) return verdict;
	return { is: 'absent', why: brokenBy };
}

function judge(codec: Codec, text: string, messageId: string): Verdict {
	const answer = tryDecode(() => codec.decodeStates(text, [messageId]));
	if (answer instanceof ProtocolError) return { is: 'absent' };
	if ('refused' in answer) return judgeWords(answer.refused) ?? { is: 'refused', words: answer.refused };
	const [record] = answer.states;
	// Any plain text looks like a state: only the words of a gateway count.
	return judgeWords(record?.state ?? '') ?? { is: codec.answersInDocuments ? 'well' : 'absent' };
}

function judgeWords(words: string): Verdict | undefined {
	if (isOfGateway(words)) return { is: 'well' };
	return isAboutAccess(words) ? { is: 'accessDenied', words } : undefined;
}
