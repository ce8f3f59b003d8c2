import type { Reason, StateRecord } from '../protocol';
import { isState, reasonOf } from '../protocol';
import type { RequestErrorCode } from './errorMeaning';

/** Why the state of a message is not known: a stable code and a sentence for the user. */
export interface StateTrouble {
	readonly code: RequestErrorCode | 'refusedByGateway' | 'notAnswered' | 'notReached';
	readonly message: string;
	/** Why the gateway refused the question, where its words are known (docs/protocol.md section 6a). */
	readonly reason?: Reason;
}

/** What is known of a message: the gateway's record, or why there is none. */
export type StateReply = { readonly record: StateRecord } | { readonly trouble: StateTrouble };

/** The trouble of a message the gateway leaves out of its answer. */
export const NOT_ANSWERED: StateTrouble = {
	code: 'notAnswered',
	message: 'The gateway did not answer for this message.',
};

/** The trouble of what was not asked about any more. */
export const NOT_REACHED = {
	code: 'notReached',
	message: 'The gateway was not asked, because the run ended.',
} as const satisfies StateTrouble;

/** The trouble of a message whose record is broken. */
export const SPOILT: StateTrouble = { code: 'unexpectedShape', message: 'What the gateway answered for this message cannot be read.' };

/** The trouble of all messages of a question the gateway refused, in its own words; `quote` makes them fit for the user. */
export function refusalOf(words: string, quote: (words: string) => string): StateTrouble {
	const reason = reasonOf(words);
	return {
		code: 'refusedByGateway',
		message: `The gateway refused the question: ${quote(words)}`,
		...(reason !== undefined && { reason }),
	};
}

/** A record that may be shown: a state may be words of the gateway's own, which may hold anything. */
export function safeRecord(record: StateRecord, quote: (words: string) => string): StateRecord {
	if (hasStatesAlone(record)) return record;
	const safe = <S extends string | null>(state: S): S | string => (state === null || isState(state) ? state : quote(state));
	const channels = Object.entries(record.channels).map(([name, channel]) => [name, { ...channel, state: safe(channel.state) }] as const);
	return { ...record, state: safe(record.state), channels: Object.fromEntries(channels) };
}

/** Says whether all its words are states: nearly every record is so. */
function hasStatesAlone({ state, channels }: StateRecord): boolean {
	return isState(state) && Object.values(channels).every((channel) => channel.state === null || isState(channel.state));
}
