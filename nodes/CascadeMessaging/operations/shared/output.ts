import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from './itemFailure';
import { isFailure } from './lines';
import type { Line, SuccessLine } from './lines';
import { stopError } from './stopError';
import type { Telling } from './telling';

/**
 * Turns lines into the node's output, each linked to its input item. When On Error says stop and a line failed, throws
 * `NodeOperationError` instead: it names the item, and holds all lines under Error data, so that no ID is lost.
 */
export function toOutput(context: IExecuteFunctions, telling: Telling, lines: readonly Line[]): INodeExecutionData[][] {
	const told = telling.isSending ? lines : lines.map(withoutOutcome);
	const failed = told.filter(isFailure);
	const [first, ...others] = failed;
	if (first !== undefined && !context.continueOnFail()) {
		const done = told.filter((line): line is SuccessLine => !isFailure(line));
		throw stopError(context.getNode(), telling, [first, ...others], done);
	}
	const isErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const outputs: INodeExecutionData[][] = [[]];
	for (const line of told) {
		const output = isFailure(line) ? telling.outputOf?.(context, line.failure) : line.output;
		putAt(outputs, output ?? 0, { json: jsonOf(line, telling, isErrorOutput), pairedItem: { item: line.item } });
	}
	return outputs;
}

/** Readers of parameters say `notSent` whoever asks them; of a question there is nothing to be sent. */
function withoutOutcome(line: Line): Line {
	if (!isFailure(line)) return line;
	const { outcome, ...failure } = line.failure;
	return outcome === undefined ? line : { ...line, failure };
}

function putAt(outputs: INodeExecutionData[][], index: number, item: INodeExecutionData): void {
	while (outputs.length <= index) outputs.push([]);
	outputs[index]?.push(item);
}

/**
 * n8n sends an item to the error output when `error` is its only key (1.x; 2.x allows a few more), and fills in the fields of the input.
 * Any other key beside it would send the item down the success branch.
 */
function jsonOf(line: Line, { besideError }: Telling, isErrorOutput: boolean): IDataObject {
	if (!isFailure(line)) return line.json;
	return { ...(isErrorOutput ? {} : besideError(line.failure)), error: errorOf(line.failure) };
}

function errorOf({ message, code, ...rest }: Failure): IDataObject {
	return { message, code, ...rest };
}
