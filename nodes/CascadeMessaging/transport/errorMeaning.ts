import type { Logger } from 'n8n-workflow';

import type { ProtocolErrorCode } from '../protocol';
import { isRecord, ProtocolError } from '../protocol';
import type { Chances, TransportErrorCode } from './transportError';
import { TransportError } from './transportError';

/** The stable codes of why a request has no usable answer. `nodeFault`: this package itself is to blame. */
export type RequestErrorCode = TransportErrorCode | ProtocolErrorCode | 'nodeFault';

/** What an error means for the request it ended: why, in words for the user, and what that leaves open. */
interface ErrorMeaning extends Chances {
	readonly code: RequestErrorCode;
	readonly message: string;
}

/** A request of which no try brought a usable answer. */
export interface FailedTries {
	/** What the last try threw. */
	readonly error: unknown;
	/** Whether any of them may have reached the gateway. */
	readonly mayHaveArrived: boolean;
	readonly tries: number;
}

/**
 * What an error means for the request it ended. `quote` makes words from outside fit for the user. Whatever is no error of this
 * package's family is a fault of the package, and told as one: never as an answer that cannot be read.
 */
export function meaningOfError(error: unknown, quote: (words: string) => string): ErrorMeaning {
	const { code, message } = isOfFamily(error) ? error : faultOf(error, quote);
	return { code, message, ...chancesOf(error) };
}

/** As `meaningOfError`, for the last error of several tries: what one of them left open stays open. */
export function meaningOfTries({ error, mayHaveArrived, tries }: FailedTries, quote: (words: string) => string): ErrorMeaning {
	const { message, ...meaning } = meaningOfError(error, quote);
	const isCounted = tries > 1 && error instanceof TransportError;
	return { ...meaning, mayHaveArrived, message: isCounted ? `${message} It was tried ${tries} times.` : message };
}

/**
 * What an error leaves open: whether the gateway may have acted on the request, and whether another try may go better. An answer that
 * cannot be read may be readable another time; a fault of this package would come again (docs/protocol.md section 6.4).
 */
export function chancesOf(error: unknown): Chances {
	if (error instanceof TransportError) return error.chances;
	return { mayHaveArrived: true, isPassing: error instanceof ProtocolError };
}

/** Writes a fault of this package to n8n's log, with its stack; other errors are told where they happen. `redact` strikes secrets out. */
export function logFault(logger: Logger, error: unknown, redact: (text: string) => string): void {
	if (isOfFamily(error)) return;
	const stack = isRecord(error) && typeof error.stack === 'string' ? error.stack : nameAndMessage(error);
	logger.error(redact(`A fault of the Cascade Messaging nodes: ${stack}`));
}

/** What makes the words of an error fit for n8n's log, and for the user. */
interface Cleaning {
	readonly redact: (text: string) => string;
	readonly quote: (words: string) => string;
}

/** Writes a fault of this package to n8n's log, and returns how the user is told of it. */
export function reportFault(error: unknown, logger: Logger, { redact, quote }: Cleaning): Pick<ErrorMeaning, 'code' | 'message'> {
	logFault(logger, error, redact);
	return faultOf(error, quote);
}

function isOfFamily(error: unknown): error is TransportError | ProtocolError {
	return error instanceof TransportError || error instanceof ProtocolError;
}

function faultOf(error: unknown, quote: (words: string) => string): Pick<ErrorMeaning, 'code' | 'message'> {
	const words = quote(nameAndMessage(error));
	return { code: 'nodeFault', message: `This is a fault of the node itself. Please report it, with what n8n's log says: ${words}` };
}

/** Errors come from other realms too, so only their shape counts. */
function nameAndMessage(error: unknown): string {
	return isRecord(error) && 'message' in error ? `${String(error.name)}: ${String(error.message)}` : String(error);
}
