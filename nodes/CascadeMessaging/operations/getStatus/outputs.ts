import type { Outcome } from '../../protocol/states';

/** The three outputs of a split Get Status, in the order the interface shows them. */
export const OUTPUTS = ['Delivered', 'Not Delivered', 'In Progress'] as const;

/** The output for what is not final yet. What could not be asked goes there too: it is neither delivered nor lost. */
export const IN_PROGRESS = OUTPUTS.indexOf('In Progress');

/** The output of a split Get Status an outcome belongs to, counted from 0. */
export function outputOf(outcome: Outcome): number {
	if (outcome === 'delivered') return OUTPUTS.indexOf('Delivered');
	return outcome === 'inProgress' ? IN_PROGRESS : OUTPUTS.indexOf('Not Delivered');
}

const SPLIT = JSON.stringify(OUTPUTS.map((displayName) => ({ type: 'main', displayName })));

/** n8n's expression for the outputs of the node: three when Get Status is split by outcome, else one. */
export const OUTPUTS_EXPRESSION: `={{${string}}}` = `={{ $parameter.operation === "getStatus" && $parameter.splitByOutcome === true ? ${SPLIT} : ["main"] }}`;
