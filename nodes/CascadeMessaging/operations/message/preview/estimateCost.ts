import type { INodeProperties } from 'n8n-workflow';

import type { Values } from '../../shared/values';
import { toFlag } from '../../shared/values';

/** Option of Preview: what the messages would cost. */
export const estimateCostField: INodeProperties = {
	displayName: 'Estimate Cost',
	name: 'estimateCost',
	type: 'boolean',
	default: false,
	description:
		'Whether to ask the gateway for the balance, for prices, and for the operator of each phone, and to add what each recipient and the whole run would cost. Not every operator offers this.',
};

/** Whether a run's options ask for the cost. */
export function readEstimateCost({ estimateCost }: Values): boolean {
	return toFlag(estimateCost);
}
