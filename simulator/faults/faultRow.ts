import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { Answer } from '../gateway/answer';
import type { ProtocolName } from '../gateway/message';
import type { WireReply, WireRequest } from '../protocols/wire';
import type { FaultOrder } from './order';

/** What a fault may look at when it makes its own reply. */
export interface FaultContext {
	readonly protocol: ProtocolName;
	readonly order: FaultOrder;
	readonly request: WireRequest;
	/** The gateway's own answer; an empty refusal where the messages were not taken on. */
	readonly answer: Answer;
	/** Writes an answer in the request's protocol. */
	readonly write: (answer: Answer) => WireReply;
}

interface Common {
	readonly name: string;
	readonly about: string;
	/**
	 * Whether the messages are taken on before the fault: an order cannot change `never` and `always`; `no` and `yes`
	 * hold when it says nothing.
	 */
	readonly accepted: 'never' | 'always' | 'no' | 'yes';
}

/** A fault, by the place where it strikes. */
export type FaultRow = Common &
	(
		| { /** The gateway stops listening. */ readonly stage: 'listener' }
		| {
				/** When a connection has come, before any byte of it is read and before TLS. */
				readonly stage: 'connection';
				readonly strike: (socket: Socket) => void;
		  }
		| {
				/** When the headers have come, before the body is read. */
				readonly stage: 'arrival';
				readonly strike: (request: IncomingMessage) => void;
		  }
		| {
				/** The content of the answer is changed, in any protocol alike. */
				readonly stage: 'answer';
				readonly alter: (answer: Answer) => Answer;
		  }
		| {
				/** Status, headers or bytes of the answer are changed, or all replaced. */
				readonly stage: 'reply';
				readonly alter: (reply: WireReply, context: FaultContext) => WireReply;
		  }
		| {
				/** The right answer arrives badly, or not at all. */
				readonly stage: 'delivery';
				/** Returns the part of the document that is sent, where the rest never is. */
				readonly deliver: (response: ServerResponse, reply: WireReply, order: FaultOrder) => Buffer | undefined;
		  }
	);
