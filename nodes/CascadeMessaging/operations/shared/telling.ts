import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Failure } from './failure';
import type { FromReading } from './itemLoop';
import type { SuccessLine } from './lines';

/** How an operation tells of what failed, in words and fields of its own. */
export interface Telling<F extends Failure> {
	readonly fromReading: FromReading<F>;
	/** Makes what shows the JSON of an item that went well; as it is when absent. Never throws. */
	readonly shownBy?: (context: IExecuteFunctions) => (json: IDataObject) => IDataObject;
	/** What stands beside `error` among the regular items, so that a table of results has no holes. */
	readonly besideError: (failure: F) => IDataObject;
	/** What a stop of the run means, in sentences: for the failures after the first, and for what went well. */
	readonly describeStop: (failures: readonly F[], done: readonly SuccessLine[]) => string[];
	/** The regular output for a failure, counted from 0; the first one when absent. Never throws. */
	readonly outputOf?: (context: IExecuteFunctions, failure: F) => number;
}
