import type { StatesAnswer } from '../protocol/answers';
import { PROTOCOLS } from '../protocol/codecs';
import type { Known } from '../protocol/codecs';
import { ProtocolError } from '../protocol/errors';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { countsBehindStatus } from './behindStatus';
import { ask } from './gateway';
import type { GatewayAnswer } from './gateway';
import type { Retrier } from './retrier';
import type { StateQuestion } from './askStates';

/** What came of one question about states. */
export interface Asked {
	/** What was read; absent when nothing was. */
	readonly answer?: StatesAnswer;
	/** Why it is not all, or nothing. */
	readonly trouble?: unknown;
	/** Whether it was the answer itself that was broken: then a question about fewer IDs may go better. */
	readonly isSpoilt: boolean;
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
		let came: GatewayAnswer | undefined;
		const attempt = async (): Promise<Asked> => {
			came = undefined;
			const body = await ask(this.context, this.account, codec.encodeStates(ids), this.question.timeoutSeconds);
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

/** Where answers break off each time, what comes whole of them is all there ever will be. */
function whatCame(trouble: unknown, text: string, decode: Decode): Asked {
	const answer = tryRead(() => decode(text, { isCut: true }));
	const isSpoilt = trouble instanceof ProtocolError;
	return { ...(answer !== undefined && 'states' in answer && { answer }), trouble, isSpoilt };
}

type Decode = (text: string, known: Known) => StatesAnswer;

/** Reads a body; one behind an HTTP status that says otherwise counts if it holds states, or a refusal. Throws what is wrong with it. */
function readBody({ text, isCut, brokenBy, status }: GatewayAnswer, decode: Decode): Asked {
	if (isCut && brokenBy !== undefined) throw brokenBy;
	const answer = brokenBy === undefined ? decode(text, {}) : tryRead(() => decode(text, { isDoubtful: true }));
	const isTold = answer !== undefined && (brokenBy === undefined || tells(answer, status));
	if (!isTold) throw brokenBy ?? new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	return { answer, isSpoilt: 'states' in answer && answer.isWhole === false };
}

function tells(answer: StatesAnswer, status: number): boolean {
	return 'refused' in answer ? countsBehindStatus(status, answer) : answer.states.length > 0;
}

function tryRead(decode: () => StatesAnswer): StatesAnswer | undefined {
	try {
		return decode();
	} catch {
		return undefined;
	}
}
