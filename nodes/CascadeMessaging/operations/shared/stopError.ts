import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { FailureLine, SuccessLine } from './lines';
import type { Telling } from './telling';

/** The one error that ends a run: it names the first item that failed, says what the stop means, and holds all lines as Error data. */
export function stopError(
	node: INode,
	{ describeStop }: Telling,
	failed: readonly [FailureLine, ...FailureLine[]],
	done: readonly SuccessLine[],
): NodeOperationError {
	const [first] = failed;
	const failures = failed.map(({ failure }) => failure);
	const error = new NodeOperationError(node, first.failure.message, {
		itemIndex: first.item,
		description: describeStop(failures, done).join(' '),
	});
	error.context.data = {
		accepted: done.map((line) => ({ item: line.item, ...line.json })),
		failed: failed.map(({ item, failure }) => ({ item, ...failure })),
	};
	return error;
}
