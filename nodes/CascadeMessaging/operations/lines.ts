import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { textOf } from '../protocol/guards';
import type { Failure } from './itemFailure';

/** One line of a node's output: what came of one recipient of an input item. */
export type Line = SuccessLine | FailureLine;

interface Place {
	/** The input item, counted from 0. */
	readonly item: number;
	/** The output, for nodes that have several; the first when absent. */
	readonly output?: number;
}

/** A line for the node's regular output. */
export interface SuccessLine extends Place {
	readonly json: IDataObject;
}

/** A line that goes where On Error says. */
export interface FailureLine extends Place {
	readonly failure: Failure;
}

/** Says whether a line failed. */
export function isFailure(line: Line): line is FailureLine {
	return 'failure' in line;
}

/**
 * Turns lines into the node's output, each linked to its input item. When On Error says stop and a line failed, throws
 * `NodeOperationError` instead: it names the item, and holds all lines under Error data, so that no ID is lost.
 */
export function toOutput(context: IExecuteFunctions, lines: readonly Line[]): INodeExecutionData[][] {
	const failures = lines.filter(isFailure);
	const [first] = failures;
	if (first !== undefined && !context.continueOnFail()) throw toNodeError(context, lines, first, failures.length);
	const outputs: INodeExecutionData[][] = [[]];
	for (const line of lines) {
		const { output = 0 } = line;
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push(toItem(line));
	}
	return outputs;
}

function toItem(line: Line): INodeExecutionData {
	const json = isFailure(line) ? { error: line.failure.message, details: { ...line.failure, message: undefined } } : line.json;
	return { json, pairedItem: { item: line.item } };
}

function toNodeError(
	context: IExecuteFunctions,
	lines: readonly Line[],
	first: FailureLine,
	failureCount: number,
): NodeOperationError {
	const accepted = lines.filter((line): line is SuccessLine => !isFailure(line));
	const error = new NodeOperationError(context.getNode(), first.failure.message, {
		itemIndex: first.item,
		description: [...describeFailures(failureCount), ...describeAccepted(accepted)].join(' '),
	});
	error.context.data = {
		accepted: accepted.map((line) => ({ item: line.item, ...line.json })),
		failed: lines.filter(isFailure).map(({ item, failure }) => ({ item, ...failure })),
	};
	return error;
}

function describeFailures(count: number): string[] {
	return count > 1 ? [`${count - 1} more recipients were not sent or not accepted.`] : [];
}

const LISTED_IDS = 20;

function describeAccepted(accepted: readonly SuccessLine[]): string[] {
	if (accepted.length === 0) return ['No message was accepted in this run.'];
	const listed = accepted.slice(0, LISTED_IDS).map(({ json }) => `${textOf(json.phone) ?? ''} → ${textOf(json.messageId) ?? ''}`);
	return [
		`Accepted before the stop, and on their way: ${accepted.length} (phone → message ID): ${listed.join(', ')}${accepted.length > LISTED_IDS ? ', …' : '.'}`,
		'The whole list stands in the details under Error data: do not send to these recipients again.',
	];
}
