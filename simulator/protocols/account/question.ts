import type { AccountDocument } from '../../gateway/answer';
import type { Gateway } from '../../gateway/gateway';

/** A document that asks about the account, beside `type` and `security`: its fields by name, not yet checked. */
export type Asked = Readonly<Record<string, unknown>>;

/** A question about the account (PROTOCOL section 8). */
export interface Question {
	/** The fields its document may have. */
	readonly fields: readonly string[];
	/**
	 * Does what is asked for, and answers.
	 * @throws {Refusal} when a field breaks a rule; nothing is done then
	 */
	readonly answer: (gateway: Gateway, asked: Asked) => AccountDocument;
}
