import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Failure } from './failure';
import { toFailed } from './itemLoop';
import type { Line } from './lines';
import { toOutput } from './output';
import type { Telling } from './telling';

/** What the interface shows of an operation: its name, its parameters, and its outputs where it has several. */
interface ShownOperation {
	readonly option: INodePropertyOptions;
	readonly fields: readonly INodeProperties[];
	readonly outputs?: SplitOutputs;
}

/** Several outputs in place of one. */
interface SplitOutputs {
	/** The name of the parameter that is `true` when they are wanted. */
	readonly by: string;
	/** As the interface shows them, in order. */
	readonly names: readonly string[];
}

/** One operation of a resource, as the table of operations holds it. */
export interface Operation extends ShownOperation {
	/** Runs it on all input items, and returns the node's output. */
	readonly run: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** What an operation does; `F` is how it tells of failures. */
interface Doing<F extends Failure> {
	/** Returns the lines of the output. May throw only while nothing has been sent. */
	readonly execute: (context: IExecuteFunctions) => Promise<Line<F>[]>;
	readonly telling: Telling<F>;
}

/** Puts an operation together: what the interface shows of it, and what it does. */
export function operation<F extends Failure>({ execute, telling, ...shown }: ShownOperation & Doing<F>): Operation {
	return { ...shown, run: async (context) => await runOn(context, { execute, telling }) };
}

/**
 * Runs an operation on all input items, and returns the node's output. What `execute` throws becomes a failure of every item.
 *
 * @throws {NodeOperationError} when On Error says stop and something failed.
 */
export async function runOn<F extends Failure>(
	context: IExecuteFunctions,
	{ execute, telling }: Doing<F>,
): Promise<INodeExecutionData[][]> {
	return toOutput(context, telling, await execute(context).catch((error: unknown) => linesOfError(context, telling, error)));
}

function linesOfError<F extends Failure>(context: IExecuteFunctions, { fromReading }: Telling<F>, error: unknown): Line<F>[] {
	if (error instanceof NodeOperationError && !context.continueOnFail()) throw new NodeOperationError(context.getNode(), error);
	const failed = toFailed(context, fromReading, error);
	return context.getInputData().map((_, item) => ({ item, ...failed }));
}
