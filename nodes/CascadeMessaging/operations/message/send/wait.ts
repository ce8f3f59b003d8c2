import type { INodeProperties } from 'n8n-workflow';

import { unreadable } from '../../shared/failure';
import type { Values } from '../../shared/values';
import { toNumber } from '../../shared/values';

/** Option of Send: how long to wait until the outcome of every message is known. */
export const waitField: INodeProperties = {
	displayName: 'Wait for Final States (Minutes)',
	name: 'waitForFinalStates',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 60 },
	default: 5,
	description:
		'How long to wait until the outcome of every message is known, at most 60. The outcome is added to the output; it is "inProgress" when time ran out. A message that goes out later than that is not waited for. For longer waits use the trigger, or a loop with Get Status.',
};

const LONGEST_WAIT_MINUTES = 60;

/**
 * How long to wait for final states, in milliseconds; 0 when a run's options do not say.
 *
 * @throws {ItemError} `valueNotReadable` when it is too long, less than 0, or no number.
 */
export function readWait({ waitForFinalStates }: Values): number {
	const field = 'Wait for Final States';
	const minutes = toNumber(waitForFinalStates, field) ?? 0;
	if (minutes >= 0 && minutes <= LONGEST_WAIT_MINUTES) return minutes * 60_000;
	throw unreadable('valueNotReadable', field, `${field} must be 0 to ${LONGEST_WAIT_MINUTES} minutes, but it is ${minutes}.`);
}
