import type { Content } from './content';
import type { Fate } from './fate';
import type { Engagement, Timeline } from './timeline';

/** The protocols of PROTOCOL sections 2, 3 and 4. */
export type ProtocolName = 'json' | 'xml' | 'get';

/** A recipient as a protocol read it, not yet checked. */
export interface RawRecipient {
	readonly phone: string;
	readonly clientNumber: string | null;
}

/** Contact lists as a message names them, by ID. */
export interface NamedLists {
	/** Whose contacts get the message; a list may have a time of its own, as sent. */
	readonly to: readonly { readonly id: string; readonly sendAt: string }[];
	/** Whose contacts are skipped. */
	readonly skip: readonly string[];
}

/** A message as a protocol read it: known field names, values not yet checked. */
export interface RawMessage {
	/** Scalar fields by their wire names. */
	readonly fields: ReadonlyMap<string, string>;
	readonly templateData: ReadonlyMap<string, string> | null;
	readonly recipients: readonly RawRecipient[];
	/** The operator's contact lists that were named; null when none were, and where there are none (PROTOCOL section 7). */
	readonly lists: NamedLists | null;
}

/** What a subscriber wrote back, and what came of posting it. */
export interface WrittenReply {
	readonly text: string;
	/** Gateway time. */
	readonly at: number;
	/** HTTP status the manager's URL answered with; a word while there is none. */
	posted: number | 'no address' | 'being posted' | 'not reached';
}

/** One message to one recipient that the gateway took on. Its state is worked out from the timeline. */
export interface AcceptedMessage {
	readonly id: string;
	readonly phone: string;
	/** As sent, or null. */
	readonly clientNumber: string | null;
	readonly content: Content;
	readonly fate: Fate;
	/** What will become of it; another one for a scheduled message that is deleted. */
	timeline: Timeline;
	/** Gateway time, milliseconds since 1970 (UTC). */
	readonly acceptedAt: number;
	/** When the first channel is tried, gateway time; a top-up brings it forward for what waits for money, deleting for what is scheduled. */
	startsAt: number;
	/** What its subscriber did by hand, in that order. */
	deeds?: readonly { readonly word: Engagement; readonly at: number }[];
	/** What its subscriber wrote back, by fate or by hand. */
	replies?: readonly WrittenReply[];
	/** What a part costs more than the channel's price, in hundredths. */
	readonly surcharge: number;
	/** ID in the first channel; the others show 0. */
	readonly channelId: string;
	readonly protocol: ProtocolName;
	/** Number of the HTTP request it came in. */
	readonly request: number;
}
