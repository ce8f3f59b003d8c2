import { CascadeError } from '../protocol';

/** The stable codes of a request without a whole response. */
export type NetworkTroubleCode =
	| 'connectionRefused'
	| 'connectTimedOut'
	| 'connectionNotMade'
	| 'hostNotFound'
	| 'hostUnreachable'
	| 'addressBlocked'
	| 'proxyNotUsable'
	| 'certificateNotTrusted'
	| 'noSecureConnection'
	| 'timedOut'
	| 'connectionLost'
	| 'stopped';

/** The stable codes of a response whose HTTP status says that it is no answer. */
type StatusTroubleCode = 'proxyRefused' | 'redirected' | 'accessDenied' | 'httpStatus';

/** The stable codes of everything that can go wrong between n8n and the gateway. */
export type TransportErrorCode = NetworkTroubleCode | StatusTroubleCode | 'answerTooLarge';

/** What a request without a usable answer means for another try. */
export interface Chances {
	/** Whether the gateway may have acted on the request (docs/protocol.md section 6.4). */
	readonly mayHaveArrived: boolean;
	/** Whether it may go better in a moment, so that another try makes sense where it is safe. */
	readonly isPassing: boolean;
	/** How many seconds the gateway asks to wait before another request; 0 when it asks for patience and does not say for how long. */
	readonly retryAfter?: number;
}

/** A request without a usable answer. */
export class TransportError extends CascadeError<TransportErrorCode> {
	override readonly name = 'TransportError';

	constructor(
		code: TransportErrorCode,
		message: string,
		readonly chances: Chances,
	) {
		super(code, message);
	}
}
