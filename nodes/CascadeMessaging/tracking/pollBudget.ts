import type { IPollFunctions } from 'n8n-workflow';

import type { StateQuestion } from '../transport/stateBatch';
import type { TriggerSettings } from './triggerFields';

/** Longest time a poll spends asking, in milliseconds: well below what newer versions of n8n allow a poll. */
const LONGEST_ASKING = 25_000;

/** n8n's durable scheduler allows a poll less than this, in milliseconds; without it n8n allows minutes. */
const LEAST_UNLESS_DURABLE = 60_000;

/** How long a poll may take in this n8n, in milliseconds; older versions do not say. */
export function budgetOf(context: IPollFunctions): number {
	return typeof context.getPollBudgetMs === 'function' ? context.getPollBudgetMs() : Infinity;
}

/** Says whether n8n's durable scheduler runs the poll: it gives each poll a context of its own. */
export function isDurable(context: IPollFunctions): boolean {
	return budgetOf(context) < LEAST_UNLESS_DURABLE;
}

/** How a poll that begins now asks the gateway: half its time at most, so that the rest is left for writing. */
export function askingOf(context: IPollFunctions, { protocol, messagesPerRequest }: TriggerSettings): StateQuestion {
	return {
		protocol,
		idsPerRequest: messagesPerRequest,
		timeoutSeconds: LONGEST_ASKING / 1000,
		// One is enough: the next poll asks again anyway.
		retries: 1,
		deadline: Date.now() + Math.min(LONGEST_ASKING, budgetOf(context) / 2),
	};
}
