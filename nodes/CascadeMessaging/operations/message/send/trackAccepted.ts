import type { HandedOver, HandOver } from '../../../tracking/handOver';
import { recentIds } from '../../../tracking/recentIds';
import { failureOf } from '../../shared/failureOf';
import type { SendRun } from './run';

/** What the gateway gave IDs to, in a request. */
interface Accepted {
	/** All IDs, those of answers that fit nobody too. */
	readonly ids: readonly string[];
	/** What the triggers are to know. */
	readonly given: readonly HandedOver[];
}

/** Hands accepted messages to the triggers; returns a warning when they are not tracked. Never throws, whatever `accepted` does. */
export async function trackAccepted(
	{ account, context }: Pick<SendRun, 'account' | 'context'>,
	handOver: HandOver,
	accepted: () => Accepted,
): Promise<string | undefined> {
	try {
		const { ids, given } = accepted();
		recentIds.remember(account.key, ids, Date.now());
		return await handOver.give(given);
	} catch (error) {
		return `Not tracked, so no trigger will report it. ${failureOf(error, context, account.redact).message}`;
	}
}
