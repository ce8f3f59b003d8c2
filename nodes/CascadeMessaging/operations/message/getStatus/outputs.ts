import type { Outcome } from '../../../protocol';

/** The outputs of a split Get Status, in the order the interface shows them. */
export const OUTPUTS = ['Delivered', 'Undelivered', 'Unclear', 'In Progress'] as const;

/** Whoever sends again from *Undelivered* must not pay twice: what may have arrived has an output of its own. */
const OUTPUT_OF: Readonly<Record<Outcome, (typeof OUTPUTS)[number]>> = {
	delivered: 'Delivered',
	notDelivered: 'Undelivered',
	expired: 'Undelivered',
	noReceipt: 'Unclear',
	unknown: 'Unclear',
	inProgress: 'In Progress',
};

/** The output for what may have arrived. */
export const UNCLEAR = OUTPUTS.indexOf('Unclear');

/** The output for what is not final yet. */
export const IN_PROGRESS = OUTPUTS.indexOf('In Progress');

/** The output of a split Get Status an outcome belongs to, counted from 0. */
export function outputOf(outcome: Outcome): number {
	return OUTPUTS.indexOf(OUTPUT_OF[outcome]);
}
