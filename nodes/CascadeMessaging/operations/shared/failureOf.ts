import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeError, NodeOperationError } from 'n8n-workflow';

import { CascadeError } from '../../protocol';
import { reportFault } from '../../transport/errorMeaning';
import type { Failure, ReadingCode } from './failure';
import { ItemError } from './failure';

/** Where a fault of the node is written with its stack: the sentence for the user alone would not lead to it. */
type FaultLog = Pick<IExecuteFunctions, 'logger'>;

/**
 * What an error means for the items or recipients it concerns; whether anything was sent, only the operation knows. A programming error
 * becomes a `nodeFault`, and its stack is written to n8n's log. Once answers have been read, `redact` must strike secrets out of it.
 */
export function failureOf(error: unknown, { logger }: FaultLog, redact = (text: string): string => text): Failure {
	if (error instanceof ItemError) return (error as ItemError).failure;
	if (error instanceof CascadeError) return { code: (error as CascadeError).code, message: error.message };
	if (error instanceof NodeOperationError) return { code: 'credentialNotUsable', message: inFull(error) };
	if (isN8nError(error)) return { code: 'valueNotReadable', message: inFull(error) };
	return reportFault(error, logger, { redact, quote: redact });
}

/** Says whether an error is one of the node's own programming: neither thrown on purpose nor by n8n. */
export function isNodeFault(error: unknown): boolean {
	return !(error instanceof CascadeError || isN8nError(error));
}

/**
 * The error for a parameter n8n cannot give. Whatever n8n throws there is for the user to mend: it evaluates expressions in a sandbox that
 * passes on what they throw, even a bare `TypeError`.
 */
export function notGiven(error: unknown): ItemError<ReadingCode> {
	const message = error instanceof Error ? inFull(error) : 'The parameters of this item cannot be read.';
	return new ItemError({ code: 'valueNotReadable', message });
}

/** The classes of n8n's errors differ from version to version; all but the oldest have a level and tags. */
function isN8nError(error: unknown): error is Error {
	return error instanceof NodeError || (error instanceof Error && 'level' in error && 'tags' in error);
}

function inFull(error: Error): string {
	const description = error instanceof NodeError ? error.description : undefined;
	return description ? `${error.message}. ${description}` : error.message;
}
