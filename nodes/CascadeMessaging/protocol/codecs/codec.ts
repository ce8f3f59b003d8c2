import type { SendAnswer, StatesAnswer } from '../answers';
import type { Message } from '../message';

/** A protocol request without its credentials: those are put in by `sign`. */
export type GatewayRequest =
	| { readonly method: 'POST'; readonly path: string; readonly contentType: string; readonly body: string }
	| { readonly method: 'GET'; readonly path: string; readonly query: string };

/** What a protocol has no place for. */
export type Uncarried = 'campaignName' | 'sendAt' | 'clientMessageId';

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
	/** How long the gateway refuses the same query again, in seconds (PROTOCOL.md section 4). */
	readonly secondsBetweenEqualQueries: number;
	/** What a message of this protocol has no place for. */
	readonly cannotCarry: readonly Uncarried[];
	/** Template parameter names become element names, and texts must hold only what XML allows. */
	readonly isXml: boolean;
	/** How many characters of the URL a message takes, of the 2,000 there are (PROTOCOL.md section 4). */
	urlLengthOf(message: Message): number;

	/** Writes a send request. Expects messages that passed `checkMessage`. */
	encodeSend(messages: readonly Message[]): GatewayRequest;
	/**
	 * Reads the answer to a send request; of one whose end is missing, what came whole, for it may hold message IDs. `isCut`
	 * tells of a missing end that the document itself may not show. Throws `ProtocolError` when nothing can be read.
	 */
	decodeSend(text: string, isCut?: boolean): SendAnswer;
	/** Writes a state query for message IDs. */
	encodeStates(messageIds: readonly string[]): GatewayRequest;
	/** Reads the answer to a state query for these IDs. Throws `ProtocolError` when it is not what the protocol says. */
	decodeStates(text: string, messageIds: readonly string[]): StatesAnswer;
}
