import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { simplified, SIMPLIFY } from '../../tracking/simplify';

/**
 * How a run shows the JSON of its items: simplified or, with Simplify off, as it is. Never throws: where n8n cannot give the parameter,
 * everything is told.
 */
export function simplifier(context: IExecuteFunctions): (json: IDataObject) => IDataObject {
	return isSimplified(context) ? simplified : (json) => json;
}

function isSimplified(context: IExecuteFunctions): boolean {
	try {
		return context.getNodeParameter(SIMPLIFY, 0, false) === true;
	} catch {
		return false;
	}
}
