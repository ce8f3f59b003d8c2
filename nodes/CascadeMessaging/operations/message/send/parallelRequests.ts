import type { INodeProperties } from 'n8n-workflow';

import { toNumberSetting } from '../../shared/settings';
import type { Values } from '../../shared/values';

/** The gateway may lose requests when more are under way (docs/protocol.md section 8). */
const MOST = 5;

/** Option of Send: how many requests may be under way at the same time. */
export const parallelRequestsField = {
	displayName: 'Parallel Requests',
	name: 'parallelRequests',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST, numberPrecision: 0 },
	default: 1,
	description:
		'How many requests may be under way at the same time, at most 5: the gateway may lose some of more. The order of the output does not change. Taken from the first item.',
} satisfies INodeProperties;

/**
 * How many requests of a run may be under way at the same time, among its options.
 *
 * @throws {ItemError} `valueNotReadable` when it is less than one, more than the gateway takes, or no number.
 */
export function readParallelRequests({ parallelRequests }: Values): number {
	const { displayName: field, default: byDefault } = parallelRequestsField;
	return Math.floor(toNumberSetting(parallelRequests, { field, least: 1, most: MOST, byDefault }));
}
