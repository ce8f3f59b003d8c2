import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from './failure';
import type { FailureLine, Line, SuccessLine } from './lines';
import { isFailure } from './lines';
import { stopError } from './stopError';
import type { Telling } from './telling';

/**
 * Turns lines into the node's output, each linked to its input item. When On Error says stop and a line failed, throws
 * `NodeOperationError` instead: it names the item, and holds all lines under Error data, so that no ID is lost.
 */
export function toOutput<F extends Failure>(
	context: IExecuteFunctions,
	telling: Telling<F>,
	lines: readonly Line<F>[],
): INodeExecutionData[][] {
	const failed = lines.filter((line) => isFailure(line));
	const [first, ...others] = failed;
	if (first !== undefined && !context.continueOnFail()) {
		const done = lines.filter((line): line is SuccessLine => !isFailure(line));
		throw stopError(context.getNode(), telling, [first, ...others], done);
	}
	const show = telling.shownBy?.(context) ?? ((json): IDataObject => json);
	const isErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const outputs: INodeExecutionData[][] = [[]];
	for (const line of lines) {
		const output = isFailure(line) ? telling.outputOf?.(context, line.failure) : line.output;
		putAt(outputs, output ?? 0, {
			json: isFailure(line) ? failureJson(line, telling, isErrorOutput) : show(line.json),
			pairedItem: { item: line.item },
		});
	}
	return outputs;
}

function putAt(outputs: INodeExecutionData[][], index: number, item: INodeExecutionData): void {
	while (outputs.length <= index) outputs.push([]);
	outputs[index]?.push(item);
}

/**
 * n8n sends an item to the error output when `error` is its only key (1.x; 2.x allows a few more), and fills in the fields of the input.
 * Any other key beside it would send the item down the success branch.
 */
function failureJson<F extends Failure>({ failure }: FailureLine<F>, { besideError }: Telling<F>, isErrorOutput: boolean): IDataObject {
	const { message, code, ...rest } = failure;
	return { ...(isErrorOutput ? {} : besideError(failure)), error: { message, code, ...rest } };
}
