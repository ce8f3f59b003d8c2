/** The stable codes of everything the gateway can answer that is no valid answer. */
export type ProtocolErrorCode = 'emptyAnswer' | 'notJson' | 'notXml' | 'unexpectedShape';

/** An answer that cannot be read as the protocol says. `message` is a sentence for the user and holds no secret. */
export class ProtocolError extends Error {
	override readonly name = 'ProtocolError';

	constructor(
		readonly code: ProtocolErrorCode,
		message: string,
	) {
		super(message);
	}
}
