import type { IDataObject } from 'n8n-workflow';

import type { Failure } from './failure';

/** One line of a node's output: what came of an input item, or of one recipient or message of it. `F` is how the operation tells of failures. */
export type Line<F extends Failure = Failure> = SuccessLine | FailureLine<F>;

interface Place {
	/** The input item, counted from 0. */
	readonly item: number;
}

/** A line for the node's regular output. */
export interface SuccessLine extends Place {
	/** The output, for operations that have several; the first when absent. */
	readonly output?: number;
	readonly json: IDataObject;
}

/** A line that goes where On Error says. */
export interface FailureLine<F extends Failure = Failure> extends Place {
	readonly failure: F;
	/** The programming error behind it, where it is one and nothing was sent yet. */
	readonly cause?: unknown;
}

/** Says whether a line failed. */
export function isFailure<F extends Failure>(line: Line<F>): line is FailureLine<F> {
	return 'failure' in line;
}
