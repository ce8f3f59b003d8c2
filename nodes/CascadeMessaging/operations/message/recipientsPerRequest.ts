import type { INodeProperties } from 'n8n-workflow';

import { toNumberSetting } from '../shared/settings';
import type { Values } from '../shared/values';

/** Option: the size of a request. */
export const recipientsPerRequestField = {
	displayName: 'Recipients per Request',
	name: 'recipientsPerRequest',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 500,
	description: 'The most recipients to put into one request. Taken from the first item.',
} satisfies INodeProperties;

/**
 * The most recipients, or message IDs, to put into one request, among a run's options.
 *
 * @throws {ItemError} `valueNotReadable` when it is less than one, or no number.
 */
export function readRecipientsPerRequest({ recipientsPerRequest }: Values): number {
	const { displayName: field, default: byDefault } = recipientsPerRequestField;
	return Math.floor(toNumberSetting(recipientsPerRequest, { field, least: 1, byDefault }));
}
