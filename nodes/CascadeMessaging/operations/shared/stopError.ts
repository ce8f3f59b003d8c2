import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Failure } from './failure';
import type { FailureLine, SuccessLine } from './lines';
import type { Telling } from './telling';

/**
 * The one error that ends a run: it names the first item that failed, says what the stop means, and holds all lines as Error data. A
 * programming error behind the first failure is its `cause`.
 */
export function stopError<F extends Failure>(
	node: INode,
	{ describeStop }: Telling<F>,
	failed: readonly [FailureLine<F>, ...FailureLine<F>[]],
	done: readonly SuccessLine[],
): NodeOperationError {
	const [{ item: itemIndex, failure, cause }] = failed;
	const { message } = failure;
	const description = describeStop(
		failed.map((line) => line.failure),
		done,
	).join(' ');
	const error = new NodeOperationError(node, cause instanceof Error ? cause : message, { message, itemIndex, description });
	error.context.data = {
		accepted: done.map((line) => ({ item: line.item, ...line.json })),
		failed: failed.map((line) => ({ item: line.item, ...line.failure })),
	};
	return error;
}
