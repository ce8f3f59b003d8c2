import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Line } from './lines';

/** One operation of a resource: how the interface names it, its parameters, and what it does with the input items. */
export interface Operation {
	readonly option: INodePropertyOptions;
	readonly fields: readonly INodeProperties[];
	/** Returns the lines of the output. May throw only while nothing has been sent. */
	readonly execute: (context: IExecuteFunctions) => Promise<Line[]>;
}
