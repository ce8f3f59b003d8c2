import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ParameterReader } from '../../shared/parameterReader';

/** The parameter that gives the node an output for each kind of outcome. */
export const splitByOutcomeField: INodeProperties = {
	displayName: 'Split by Outcome',
	name: 'splitByOutcome',
	type: 'boolean',
	default: false,
	description:
		'Whether to give the node four outputs: Delivered, Undelivered (not delivered, expired), Unclear (no receipt, unknown: may have arrived) and In Progress',
};

/**
 * Whether the node is to have an output for each kind of outcome.
 *
 * @throws {ItemError} `valueNotReadable` when n8n cannot give the parameter.
 */
export function readSplitByOutcome(reader: ParameterReader): boolean {
	return reader.read(splitByOutcomeField.name, 0, false) === true;
}

/** The same for an item that failed; never throws. Where n8n cannot give the parameter, there is one output. */
export function isSplit(context: IExecuteFunctions): boolean {
	try {
		return context.getNodeParameter(splitByOutcomeField.name, 0, false) === true;
	} catch {
		return false;
	}
}
