import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Failure } from './failure';
import { toFailed } from './itemLoop';
import type { Line } from './lines';
import { toOutput } from './output';
import type { Telling } from './telling';

/** What the interface shows of an operation: its name, its parameters, and its outputs where it has several. */
export interface ShownOperation {
	readonly option: INodePropertyOptions;
	readonly fields: readonly INodeProperties[];
	readonly outputs?: SplitOutputs;
}

/** Several outputs in place of one. */
export interface SplitOutputs {
	/** The name of the parameter that is `true` when they are wanted. */
	readonly by: string;
	/** As the interface shows them, in order. */
	readonly names: readonly string[];
}

/** One operation of a resource, as the table of operations holds it. */
export interface Operation extends ShownOperation {
	/** Does it with all input items, and returns the node's output. */
	readonly run: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** What an operation is made of; `F` is how it tells of failures. */
export interface OperationParts<F extends Failure> extends ShownOperation {
	/** Returns the lines of the output. May throw only while nothing has been sent. */
	readonly execute: (context: IExecuteFunctions) => Promise<Line<F>[]>;
	readonly telling: Telling<F>;
}

/** Puts an operation together. What its `execute` throws becomes a failure of every item. */
export function operation<F extends Failure>({ execute, telling, ...shown }: OperationParts<F>): Operation {
	const linesOf = async (context: IExecuteFunctions): Promise<Line<F>[]> => {
		try {
			return await execute(context);
		} catch (error) {
			if (error instanceof NodeOperationError && !context.continueOnFail()) throw new NodeOperationError(context.getNode(), error);
			const failed = toFailed(context, telling.fromReading, error);
			return context.getInputData().map((_, item) => ({ item, ...failed }));
		}
	};
	return { ...shown, run: async (context) => toOutput(context, telling, await linesOf(context)) };
}
