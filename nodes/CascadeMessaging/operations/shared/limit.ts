import type { INodeProperties } from 'n8n-workflow';

import type { ParameterReader } from './parameterReader';
import { toNumberSetting } from './settings';
import { toFlag } from './values';

const returnAllField = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
} satisfies INodeProperties;

const limitOnlyField = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
} satisfies INodeProperties;

/** The parameters that say how much of a list is wanted. */
export const limitFields: INodeProperties[] = [returnAllField, limitOnlyField];

/**
 * How many results an item wants at most.
 *
 * @throws {ItemError} `valueNotReadable` when Limit is less than 1, or no number.
 */
export function readLimit(reader: ParameterReader, item: number): number {
	if (toFlag(reader.read('returnAll', item, false))) return Infinity;
	const { displayName: field, default: byDefault } = limitOnlyField;
	return Math.floor(toNumberSetting(reader.read('limit', item, byDefault), { field, least: 1, byDefault }));
}
