import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Line } from './lines';
import type { Telling } from './telling';

/** One operation of a resource: how the interface names it, its parameters, and what it does with the input items. */
export interface Operation {
	readonly option: INodePropertyOptions;
	readonly fields: readonly INodeProperties[];
	/** Returns the lines of the output. May throw only while nothing has been sent. */
	readonly execute: (context: IExecuteFunctions) => Promise<Line[]>;
	/** How it tells of what failed. */
	readonly telling: Telling;
}
