import type { ProtocolName } from '../gateway/message';
import type { Operation } from '../protocols/openedRequest';

/** Which fault strikes which requests. Without nth, next and share it strikes always. */
export interface FaultOrder {
	/** A name of the table. */
	readonly fault: string;
	/** Only requests of this protocol. */
	readonly protocol?: ProtocolName;
	/** Only sending, only asking for states, or only what has to do with the account. */
	readonly operation?: Operation;
	/** Only the nth such request after the order was given: 1, 2, 3 … */
	readonly nth?: number;
	/** Only the next so many such requests. */
	readonly next?: number;
	/** That share of such requests, from 0 to 1; the same ones in every run. */
	readonly share?: number;
	/** Whether the messages are taken on before the fault strikes; the table says what is usual. */
	readonly accepted?: boolean;
	/** slow: how late; refuse: how long, 0 = until cleared; status-429: Retry-After. Real seconds. */
	readonly seconds?: number;
	/** cut, drip, reset-during-answer: how much of the document still comes, 0 to 1. */
	readonly fraction?: number;
	/** Faults of records: those whose message ID is a multiple of this. */
	readonly every?: number;
	/** redirect, echo, custom, status-with-…, proxy-503: the HTTP status. */
	readonly status?: number;
	/** redirect: the host to go to, with scheme. */
	readonly location?: string;
	/** custom: the document. */
	readonly body?: string;
	/** custom: its type. */
	readonly contentType?: string;
	/** huge: how big the answer is. */
	readonly megabytes?: number;
}
