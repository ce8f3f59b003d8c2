import type { INodeProperties } from 'n8n-workflow';

import { toNumberSetting } from '../settings';
import type { Values } from '../values';

/** Option of Send: how many requests may begin within a minute. */
export const requestsPerMinuteField = {
	displayName: 'Requests per Minute',
	name: 'requestsPerMinute',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'The most requests to make within a minute, further tries among them; they begin at equal distances. 0 for as many as possible. Set it only if your operator asks for it. Taken from the first item.',
} satisfies INodeProperties;

/**
 * The most requests a run may begin within a minute, among its options; 0 for as many as possible. Less than one is a pause of more than a minute.
 *
 * @throws {ItemError} `valueNotReadable` when it is less than 0, or no number.
 */
export function readRequestsPerMinute({ requestsPerMinute }: Values): number {
	const { displayName: field, default: byDefault } = requestsPerMinuteField;
	return toNumberSetting(requestsPerMinute, { field, least: 0, byDefault });
}
