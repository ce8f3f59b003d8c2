import type { IDataObject } from 'n8n-workflow';

import type { Failure } from './itemFailure';

/** One line of a node's output: what came of one recipient of an input item. */
export type Line = SuccessLine | FailureLine;

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
export interface FailureLine extends Place {
	readonly failure: Failure;
}

/** Says whether a line failed. */
export function isFailure(line: Line): line is FailureLine {
	return 'failure' in line;
}
