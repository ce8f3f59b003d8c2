import type { INodeProperties } from 'n8n-workflow';

import { toNumberSetting } from '../settings';
import type { Values } from '../values';

/** Option: how long to wait for an answer (docs/protocol.md section 6.6 for its default). */
export const timeoutField = {
	displayName: 'Timeout (Seconds)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 600,
	description: 'How long to wait for the gateway to answer a request. Taken from the first item.',
} satisfies INodeProperties;

/**
 * The time-out among a run's options, in seconds.
 *
 * @throws {ItemError} `valueNotReadable` when it is less than a second, or no number.
 */
export function readTimeout({ timeout }: Values): number {
	return toNumberSetting(timeout, { field: 'Timeout', least: 1, byDefault: timeoutField.default });
}
