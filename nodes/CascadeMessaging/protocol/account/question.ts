import type { Fields } from '../codecs/fields';

/** Makes words from outside fit for the user. */
export type Quote = (words: string) => string;

/** What an answer is read with: the question it belongs to, and what makes the gateway's own words fit for the user. */
export interface Asked<Input> {
	readonly input: Input;
	readonly quote: Quote;
}

/** One question about the account (docs/protocol.md section 8): how it is asked, and how its answer is read. */
export interface Question<Input, Answer> {
	/** What is asked, as the gateway calls it. */
	readonly type: string;
	/**
	 * Only where the account is another one afterwards: which list of the answer says what was done. Such a question may not be asked again once
	 * it may have arrived (section 6.4).
	 */
	readonly changes?: string;
	/** What stands beside `type`; what is `undefined` is left out. */
	readonly write: (input: Input) => object;
	/**
	 * Reads what stands in the document of an answer.
	 *
	 * @throws {ProtocolError} `notUnderstood` when that is not what section 8 says
	 */
	readonly read: (fields: Fields, asked: Asked<Input>) => Answer;
}

/** The input of a question that needs none. */
export type NoInput = Readonly<Record<string, never>>;

/** A question that needs no input. */
export function plainQuestion<Answer>(type: string, read: Question<NoInput, Answer>['read']): Question<NoInput, Answer> {
	return { type, write: () => ({}), read };
}
