import type { IPollFunctions, TriggerTime } from 'n8n-workflow';
import { toCronExpression } from 'n8n-workflow';

import { isRecord, listOf } from '../protocol';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The longest pause between two polls, by the field of the cron expression that is set (`fromEnd` counts from its end); the field for the
 * longest pause comes first.
 */
const PAUSES: readonly { readonly fromEnd: number; readonly pause: number }[] = [
	{ fromEnd: 2, pause: 366 * DAY },
	// The 31st comes every other month.
	{ fromEnd: 3, pause: 62 * DAY },
	{ fromEnd: 1, pause: 7 * DAY },
	{ fromEnd: 4, pause: DAY },
	{ fromEnd: 5, pause: HOUR },
];

/** How long a trigger may be silent between two polls by its own settings, at most, in milliseconds. */
export function longestPollPause(context: Pick<IPollFunctions, 'getNodeParameter'>): number {
	const pollTimes: unknown = context.getNodeParameter('pollTimes', {});
	const items = isRecord(pollTimes) ? listOf(pollTimes.item) : [];
	return items.length === 0 ? MINUTE : items.map(pauseOf).reduce((one, other) => Math.min(one, other));
}

function pauseOf(item: unknown): number {
	const fields = cronOf(item).split(/\s+/);
	return PAUSES.find(({ fromEnd }) => !/^[*?]?$/.test(fields.at(-fromEnd) ?? ''))?.pause ?? MINUTE;
}

/** The cron expression n8n makes of a poll time; empty, which counts as every minute, where n8n can make nothing of it. */
function cronOf(item: unknown): string {
	try {
		return toCronExpression(item as TriggerTime);
	} catch {
		return '';
	}
}
