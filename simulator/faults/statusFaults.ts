import { KNOWN_WORDS } from '../gateway/knownWords';
import { textReply } from '../protocols/wire';
import type { FaultRow } from './faultRow';

/** Faults of the HTTP status: it comes with a document of the gateway, or with one of somebody else's. */
export const statusFaults: readonly FaultRow[] = [
	{
		name: 'status-with-document',
		about: 'HTTP 500 (or status) with the whole right document',
		accepted: 'always',
		stage: 'reply',
		alter: (reply, { order }) => ({ ...reply, status: order.status ?? 500 }),
	},
	{
		name: 'status-with-refusal',
		about: 'HTTP 403 (or status) with a refusal of the whole request',
		accepted: 'no',
		stage: 'reply',
		alter: (_, { order, write }) => ({
			...write({ kind: 'error', text: KNOWN_WORDS.accountBlocked }),
			status: order.status ?? 403,
		}),
	},
	{
		name: 'proxy-503',
		about: 'HTTP 503 (or status) with the JSON of a proxy, over every protocol',
		accepted: 'no',
		stage: 'reply',
		alter: (_, { order }) => textReply(order.status ?? 503, 'application/json', '{"error":"Service Unavailable"}'),
	},
];
