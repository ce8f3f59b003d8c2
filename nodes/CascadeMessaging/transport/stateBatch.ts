import type { StatesAnswer } from '../protocol/answers';
import { PROTOCOLS } from '../protocol/codecs';
import type { Known } from '../protocol/codecs';
import { ProtocolError } from '../protocol/errors';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { ask } from './gateway';
import type { Retrier } from './retrier';
import type { StateQuestion } from './states';
import type { TransportError } from './transportError';

/** What came of one question about states. */
export interface Asked {
	/** What was read; absent when nothing was. */
	readonly answer?: StatesAnswer;
	/** Why it is not all, or nothing. */
	readonly trouble?: unknown;
	/** Whether it was the answer itself that was broken: then a question about fewer IDs may go better. */
	readonly isSpoilt: boolean;
}

/** What one request brings, whatever the transport calls it: a body counts as whole unless something broke it off. */
interface Body {
	readonly text: string;
	readonly isCut: boolean;
	readonly brokenBy?: TransportError;
}

async function bodyOf(...asked: Parameters<typeof ask>): Promise<Body> {
	const body = await ask(...asked);
	return { isCut: body.brokenBy !== undefined, ...body };
}

/** Asks about some IDs in one request, again where that makes sense. Never throws for what the gateway does or does not do. */
export class StateBatch {
	constructor(
		private readonly context: GatewayContext,
		private readonly account: Account,
		private readonly question: StateQuestion,
		private readonly retrier: Retrier,
	) {}

	/** `isAgain`: an answer that cannot be read was that before, with more IDs; asking the same again would bring the same. */
	async ask(ids: readonly string[], isAgain: boolean): Promise<Asked> {
		const codec = PROTOCOLS[this.question.protocol];
		const decode: Decode = (text, known) => codec.decodeStates(text, ids, known);
		let came: Body | undefined;
		const attempt = async (): Promise<Asked> => {
			came = undefined;
			const body = await bodyOf(this.context, this.account, codec.encodeStates(ids), this.question.timeoutSeconds);
			came = body;
			if (!isAgain || body.brokenBy !== undefined) return readBody(body, decode);
			try {
				return readBody(body, decode);
			} catch (trouble) {
				return whatCame(trouble, body.text, decode);
			}
		};
		try {
			return await this.retrier.run(attempt, { isRepeatable: true, secondsBetweenEqual: codec.secondsBetweenEqualQueries });
		} catch (trouble) {
			return whatCame(trouble, came?.text ?? '', decode);
		}
	}
}

/** How an answer about states begins, in any protocol that may be asked about several. */
const BEGINS = /["']state["']\s{0,100}:|<response[\s>]/;

/** Where answers break off each time, what comes whole of them is all there ever will be. */
function whatCame(trouble: unknown, text: string, decode: Decode): Asked {
	const answer = tryRead(() => decode(text, { isCut: true }));
	const isSpoilt = trouble instanceof ProtocolError && BEGINS.test(text);
	return { ...(answer !== undefined && 'states' in answer && { answer }), trouble, isSpoilt };
}

type Decode = (text: string, known: Known) => StatesAnswer;

/** Reads a body; one behind an HTTP status that says otherwise counts if it holds states. Throws what is wrong with it. */
function readBody({ text, isCut, brokenBy }: Body, decode: Decode): Asked {
	if (isCut && brokenBy !== undefined) throw brokenBy;
	const answer = brokenBy === undefined ? decode(text, {}) : tryRead(() => decode(text, { isDoubtful: true }));
	const isTold = answer !== undefined && (brokenBy === undefined || ('states' in answer && answer.states.length > 0));
	if (!isTold) throw brokenBy ?? new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	return { answer, isSpoilt: 'states' in answer && answer.isWhole === false };
}

function tryRead(decode: () => StatesAnswer): StatesAnswer | undefined {
	try {
		return decode();
	} catch {
		return undefined;
	}
}
