import type { SendAnswer, StatesAnswer } from '../answers';
import type { Message } from '../message';

/** A protocol request without its credentials: those are put in by `sign`. */
export type GatewayRequest =
	| { readonly method: 'POST'; readonly path: string; readonly contentType: string; readonly body: string }
	| { readonly method: 'GET'; readonly path: string; readonly query: string };

/** What a protocol has no place for. */
export type Uncarried = 'campaignName' | 'sendAt' | 'clientMessageId';

/** What is known of an answer that it may not show itself. */
export interface Known {
	/** Whether its end is missing. */
	readonly isCut?: boolean;
	/**
	 * Whether it came with an HTTP status that says otherwise (4xx, 5xx): plain text is then an answer only if it is nothing but
	 * message IDs, a state, or calls itself an error. JSON and XML say themselves what they are.
	 */
	readonly isDoubtful?: boolean;
	/** The phones it is about. */
	readonly phones?: readonly string[];
}

/** One of the gateway's three protocols: how requests are written and answers are read. */
export interface Codec {
	readonly title: string;
	/** What sets it apart, for the user who has to choose. */
	readonly summary: string;
	/** The most messages one send request carries. */
	readonly messagesPerRequest: number;
	/** The most message IDs one state query carries. */
	readonly idsPerRequest: number;
	/** How many state queries may be under way at once. */
	readonly statesAtOnce: number;
	/** How long the gateway refuses the same query again, in seconds (docs/protocol.md section 4). */
	readonly secondsBetweenEqualQueries: number;
	/** What a message of this protocol has no place for. */
	readonly cannotCarry: readonly Uncarried[];
	/** Template parameter names become element names, and texts must hold only what XML allows. */
	readonly isXml: boolean;
	/** How many characters of the URL a message takes, of the 2,000 there are (docs/protocol.md section 4). */
	urlLengthOf(message: Message): number;

	/** Writes a send request. Expects messages that passed `checkMessage`. */
	encodeSend(messages: readonly Message[]): GatewayRequest;
	/**
	 * Reads the answer to a send request; of one that is broken, or whose end is missing, what came whole, for it may hold message
	 * IDs. Throws `ProtocolError` when nothing can be read.
	 */
	decodeSend(text: string, known?: Known): SendAnswer;
	/** Writes a state query for message IDs. */
	encodeStates(messageIds: readonly string[]): GatewayRequest;
	/**
	 * Reads the answer to a state query for these IDs; of a broken one what came whole, and that this is not all. Throws
	 * `ProtocolError` when it is not what the protocol says, or when its end is missing; what came whole is then returned to
	 * whoever says that it is cut.
	 */
	decodeStates(text: string, messageIds: readonly string[], known?: Known): StatesAnswer;
}
