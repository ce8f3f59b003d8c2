import type { Engagement } from '../../protocol';
import { ENGAGEMENTS, inferredFrom, scalarText } from '../../protocol';
import type { Sign } from '../following';
import type { Report } from '../report';
import { eventOf } from '../report';
import { reportOfRow } from './messageRow';
import type { Column, Row } from './row';

/** The column that says when it was learnt that subscribers did something. */
export function learntColumn(engagement: Engagement): `${Engagement}LearntAt` {
	return `${engagement}LearntAt`;
}

/**
 * The columns of the table of messages for what subscribers did: when, and when that was learnt. Tables of older versions get them when a
 * trigger wants to hear of it; nobody else needs them.
 */
export const ENGAGEMENT_COLUMNS: readonly Column[] = ENGAGEMENTS.flatMap((name) => [
	{ name, type: 'string' },
	{ name: learntColumn(name), type: 'string' },
]);

/** What is known of a message from its row. */
export function knownIn(row: Row): Engagement[] {
	return ENGAGEMENTS.filter((engagement) => (scalarText(row[learntColumn(engagement)]) ?? '') !== '');
}

/** What signs that were learnt at a moment (ISO 8601) change in a row. */
export function signColumns(signs: readonly Sign[], learntAt: string): Record<string, string> {
	return Object.fromEntries(signs.flatMap(({ event, at }) => [[event, at] as const, [learntColumn(event), learntAt] as const]));
}

/** The item a trigger emits for what the subscriber did, by the message's row. What happened at the very moment of what it is inferred from, is inferred. */
export function eventOfRow(row: Row, event: Engagement): Report {
	const at = scalarText(row[event]) ?? '';
	const inferred = ENGAGEMENTS.some((later) => inferredFrom(later).includes(event) && scalarText(row[later]) === at);
	return eventOf(reportOfRow(row), { event, at, inferred });
}
