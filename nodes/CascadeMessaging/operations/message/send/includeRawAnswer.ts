import type { INodeProperties } from 'n8n-workflow';

import type { Values } from '../../shared/values';
import { toFlag } from '../../shared/values';

/** Option of Send: the answer as it came. */
export const includeRawAnswerField: INodeProperties = {
	displayName: 'Include Raw Answer',
	name: 'includeRawAnswer',
	type: 'boolean',
	default: false,
	description: "Whether to add the recipient's part of the gateway's answer to the output as it came",
};

/** Whether a run's options ask for the answer as it came. */
export function readIncludeRawAnswer({ includeRawAnswer }: Values): boolean {
	return toFlag(includeRawAnswer);
}
