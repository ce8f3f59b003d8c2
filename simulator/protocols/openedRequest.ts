import type { AccountDocument } from '../gateway/answer';
import type { Credentials } from '../gateway/authentication';
import type { Gateway } from '../gateway/gateway';
import type { RawMessage } from '../gateway/message';

/** What a request asks for. */
export type Operation = 'send' | 'state' | 'account';

/** What stands in a request once its credentials are right. */
export type Command =
	| { readonly kind: 'send'; readonly messages: readonly RawMessage[] }
	| { readonly kind: 'state'; readonly ids: readonly string[] }
	| { readonly kind: 'account'; readonly answer: (gateway: Gateway) => AccountDocument };

/**
 * A request that could be parsed: who asks, and what for. The command is read after the credentials are
 * checked, as a gateway does.
 */
export interface OpenedRequest {
	readonly pair: Credentials['pair'];
	/** @throws {Refusal} when the document breaks a rule that refuses the whole request */
	readonly command: () => Command;
	/** For GET: equal for requests that say the same, in whatever order (PROTOCOL section 4, the one-minute rule). */
	readonly sameness?: string;
}
