import type { INodeProperties } from 'n8n-workflow';

import { toNumberSetting } from '../settings';
import type { Values } from '../values';

/** Option: how often to try again. */
export const retriesField = {
	displayName: 'Retries',
	name: 'retries',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
	default: 3,
	description: 'How often to ask again when the gateway does not answer, after 1, 2, 4 … seconds. Taken from the first item.',
} satisfies INodeProperties;

/** More would keep a run busy for the better part of an hour without saying a word. */
const MOST_RETRIES = 10;

/**
 * The retries among a run's options: further tries for a request that failed, where they are safe.
 *
 * @throws {ItemError} `valueNotReadable` when there are too many, or it is no number.
 */
export function readRetries({ retries }: Values): number {
	return Math.floor(toNumberSetting(retries, { field: 'Retries', least: 0, most: MOST_RETRIES, byDefault: retriesField.default }));
}
