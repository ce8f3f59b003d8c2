import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Failure } from './itemFailure';
import type { SuccessLine } from './lines';

/** How an operation tells of what failed: each in words and fields of its own. */
export interface Telling {
	/** What stands beside `error` among the regular items, so that a table of results has no holes. */
	readonly besideError: (failure: Failure) => IDataObject;
	/** What a stop of the run means, in sentences: for the failures after the first, and for what went well. */
	readonly describeStop: (failures: readonly Failure[], done: readonly SuccessLine[]) => string[];
	/** Whether something was to be sent, so that each failure says what became of the money (its `outcome`). */
	readonly isSending: boolean;
	/** The regular output for a failure, counted from 0; the first one when absent. */
	readonly outputOf?: (context: IExecuteFunctions, failure: Failure) => number;
}
