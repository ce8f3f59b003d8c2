import type { INodeProperties } from 'n8n-workflow';

import { toNumberSetting } from '../../shared/settings';
import type { Values } from '../../shared/values';

/**
 * Former option of Send: how long to wait before each further request. Nobody is offered it any more, but n8n hands on only what is described, and
 * workflows that hold it must not begin to send faster.
 */
export const pauseBetweenRequestsField = {
	displayName: 'Pause Between Requests (Seconds)',
	name: 'pauseBetweenRequests',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	displayOptions: { show: { pauseBetweenRequests: [{ _cnd: { exists: true } }] } },
	description: 'Use Requests per Minute instead: once removed, this one is not offered again',
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
