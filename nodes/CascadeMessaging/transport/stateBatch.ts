import type { Known, ProtocolName, StatesAnswer } from '../protocol';
import { ProtocolError, PROTOCOLS } from '../protocol';
import type { Account } from './account';
import type { GatewayContext } from './context';
import type { FailedTries } from './errorMeaning';
import { logFault, meaningOfTries } from './errorMeaning';
import type { GatewayAnswer } from './gateway';
import { ask } from './gateway';
import { readAnswer } from './readAnswer';
import type { Patience, Retrier } from './retrier';
import type { StateTrouble } from './stateReply';

/** How states are asked for. Asking does no harm, so any request may be tried again; what was not asked in time is `notReached`. */
export interface StateQuestion extends Patience {
	readonly protocol: ProtocolName;
	readonly idsPerRequest: number;
	readonly timeoutSeconds: number;
}

/** What came of one question about states. */
export interface Asked {
	/** What was read; absent when nothing was. */
	readonly answer?: StatesAnswer;
	/** Why it is not all, or nothing. */
	readonly trouble?: StateTrouble;
	/** Whether it was the answer itself that was broken: then a question about fewer IDs may go better. */
	readonly isSpoilt: boolean;
}

/** Asks about some IDs in one request, again where that makes sense. Never throws for what the gateway does or does not do. */
export class StateBatch {
	readonly #context: GatewayContext;
	readonly #account: Account;
	readonly #question: StateQuestion;
	readonly #retrier: Retrier;
	constructor(context: GatewayContext, account: Account, question: StateQuestion, retrier: Retrier) {
		this.#context = context;
		this.#account = account;
		this.#question = question;
		this.#retrier = retrier;
	}

	/**
	 * `isAgain`: these IDs were asked about before, among more, and the answer could not be read. An answer that cannot be read is then not
	 * asked for again, for it would be the same.
	 */
	async ask(ids: readonly string[], isAgain: boolean): Promise<Asked> {
		const codec = PROTOCOLS[this.#question.protocol];
		const decode: Decode = (answer, known) => codec.decodeStates(answer, ids, known);
		let text = '';
		const attempt = async (): Promise<Asked> => {
			text = '';
			const came = await ask(this.#context, this.#account, codec.encodeStates(ids), this.#question.timeoutSeconds);
			text = came.text;
			return readWhole(came, decode);
		};
		const attemptAgain = async (): Promise<Asked> =>
			await attempt().catch((error: unknown) => {
				if (!(error instanceof ProtocolError)) throw error;
				return this.#whatCame({ error, mayHaveArrived: true, tries: 1 }, text, decode);
			});
		const rule = { isRepeatable: true, secondsBetweenEqual: codec.secondsBetweenEqualQueries };
		const tried = await this.#retrier.run(isAgain ? attemptAgain : attempt, rule);
		return 'error' in tried ? this.#whatCame(tried, text, decode) : tried.value;
	}

	/** What is left when all tries have failed: of answers that break off each time, what came whole is all there ever will be. */
	#whatCame(failed: FailedTries, text: string, decode: Decode): Asked {
		const { code, message } = meaningOfTries(failed, this.#account.quote);
		const told = { trouble: { code, message }, isSpoilt: failed.error instanceof ProtocolError };
		logFault(this.#context.logger, failed.error, this.#account.redact);
		if (code === 'nodeFault') return told;
		try {
			const answer = decode(text, { isCut: true });
			return 'states' in answer ? { answer, ...told } : told;
		} catch (error) {
			logFault(this.#context.logger, error, this.#account.redact);
			return told;
		}
	}
}

type Decode = (text: string, known: Known) => StatesAnswer;

/** Reads an answer that came to its end. Throws what is wrong with one that did not, for another try may bring its end. */
function readWhole(came: GatewayAnswer, decode: Decode): Asked {
	if (came.isCut && came.brokenBy !== undefined) throw came.brokenBy;
	const answer = readAnswer(came, { decode });
	return { answer, isSpoilt: 'states' in answer && answer.isWhole === false };
}
