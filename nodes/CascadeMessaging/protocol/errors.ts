/**
 * What every error of this package is: a stable `code`, and a `message` that is a sentence for the user and holds neither a secret nor a
 * URL. Whatever else is thrown is a programming error.
 */
export abstract class CascadeError<Code extends string = string> extends Error {
	constructor(
		readonly code: Code,
		message: string,
	) {
		super(message);
	}
}

/**
 * The stable codes of everything the gateway can answer that is no valid answer. The last two are those of questions about the account
 * (docs/protocol.md section 8), which not every gateway answers.
 */
export type ProtocolErrorCode = 'emptyAnswer' | 'notJson' | 'notXml' | 'unexpectedShape' | 'notOffered' | 'notUnderstood';

/** An answer that cannot be read as the protocol says. */
export class ProtocolError extends CascadeError<ProtocolErrorCode> {
	override readonly name = 'ProtocolError';
}
