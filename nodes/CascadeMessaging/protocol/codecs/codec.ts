import type { SendAnswer, StatesAnswer } from '../answers';
import type { TextLimits } from '../fieldChecks';
import type { ListMessage, Message } from '../message';

/** A protocol request without its credentials: those are put in by `sign`. */
export type GatewayRequest =
	| { readonly method: 'POST'; readonly path: string; readonly contentType: string; readonly body: string }
	| { readonly method: 'GET'; readonly path: string; readonly query: string };

/** A part of a message that not every protocol has a place for. */
export type Extra = 'campaignName' | 'sendAt' | 'clientMessageId' | 'stopLists';

/** What one send request of a protocol can carry. */
export interface Limits extends TextLimits {
	readonly messagesPerRequest: number;
	/** Why it has no place for a part, whatever the part says; `undefined` when it has one. */
	readonly objectionToExtra: (extra: Extra) => string | undefined;
	/** Why a message is too long for it. Expects a message that breaks no other rule: what cannot be encoded has no length. */
	readonly objectionToLength: (message: Message) => string | undefined;
}

/** What an account adds to the length of a request. */
export interface UrlOverhead {
	/** The length of a signed URL without the message: host, path, credentials and the marks between them. */
	readonly urlOverhead: (path: string) => number;
}

/** What is known of an answer beside its text. */
export interface Known {
	/** Whether its end is missing. */
	readonly isCut?: boolean;
	/**
	 * Whether it came with an HTTP status of failure (4xx, 5xx): plain text then counts as an answer only if it is nothing but message IDs
	 * or a state, or calls itself an error. JSON and XML say themselves what they are.
	 */
	readonly isDoubtful?: boolean;
	/** The phones it should tell of, in their order. */
	readonly phones?: readonly string[];
}

/** One of the gateway's three protocols: how requests are written and answers are read. */
export interface Codec {
	readonly title: string;
	/** What sets it apart, for the user who has to choose. */
	readonly summary: string;
	/** The most message IDs one state query carries. */
	readonly idsPerRequest: number;
	/** How many state queries may be under way at once. */
	readonly statesAtOnce: number;
	/** How long the gateway refuses the same query again, in seconds (docs/protocol.md section 4). */
	readonly secondsBetweenEqualQueries: number;
	/** Whether its answers show whose they are. Plain text may be anybody's: a web server's, a proxy's. */
	readonly answersInDocuments: boolean;

	/** What its send requests can carry for an account. */
	limitsFor(account: UrlOverhead): Limits;
	/**
	 * Writes a send request. Expects messages that passed `checkMessage`, and no more of them than the limits say.
	 *
	 * @throws {URIError} for half a character over GET
	 */
	encodeSend(messages: readonly Message[]): GatewayRequest;
	/** Writes a request that sends to contact lists; absent where the protocol has no place for them (docs/protocol.md section 7). */
	readonly encodeLists?: (messages: readonly ListMessage[]) => GatewayRequest;
	/**
	 * Reads the answer to a send request. From an answer that is broken, or whose end is missing, it reads what came whole, for that may
	 * hold message IDs.
	 *
	 * @throws {ProtocolError} when nothing can be read: `emptyAnswer`, `notJson`, `notXml` or `unexpectedShape`
	 */
	decodeSend(text: string, known?: Known): SendAnswer;
	/** Writes a state query for at most `idsPerRequest` message IDs. */
	encodeStates(messageIds: readonly string[]): GatewayRequest;
	/**
	 * Reads the answer to a state query for these IDs. From a broken one it reads what came whole, and says that this is not all. From one
	 * whose end is missing it does so only if the caller says that it is cut.
	 *
	 * @throws {ProtocolError} when it is not what the protocol says, or ends too soon: `emptyAnswer`, `notJson`, `notXml` or
	 * `unexpectedShape`
	 */
	decodeStates(text: string, messageIds: readonly string[], known?: Known): StatesAnswer;
}
