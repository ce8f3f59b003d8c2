import type { INodeProperties } from 'n8n-workflow';

import { toNumberSetting } from '../../shared/settings';
import type { Values } from '../../shared/values';

/** Option of Send: how long to wait before each further request. */
export const pauseBetweenRequestsField = {
	displayName: 'Pause Between Requests (Seconds)',
	name: 'pauseBetweenRequests',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'How long to wait before each further request. Taken from the first item.',
} satisfies INodeProperties;

/**
 * The pause among a run's options, in milliseconds.
 *
 * @throws {ItemError} `valueNotReadable` when it is less than 0, or no number.
 */
export function readPause({ pauseBetweenRequests }: Values): number {
	const byDefault = pauseBetweenRequestsField.default;
	return 1000 * toNumberSetting(pauseBetweenRequests, { field: 'Pause Between Requests', least: 0, byDefault });
}
