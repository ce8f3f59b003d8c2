import type { Channel } from './channels';
import type { Fate } from './fates';
import type { Timeline } from './timeline';

/** The protocols of PROTOCOL sections 2, 3 and 4. */
export type ProtocolName = 'json' | 'xml' | 'get';

/** A recipient as a protocol read it, not yet checked. */
export interface RawRecipient {
	readonly phone: string;
	readonly clientNumber: string | null;
}

/** A message as a protocol read it: known field names, values not yet checked. */
export interface RawMessage {
	/** Scalar fields by their wire names. */
	readonly fields: ReadonlyMap<string, string>;
	readonly templateData: ReadonlyMap<string, string> | null;
	readonly recipients: readonly RawRecipient[];
	/** Whether the operator's contact lists were named (PROTOCOL section 7). */
	readonly usesLists: boolean;
}

/** One step of a cascade: a channel and what it shows the subscriber. */
export interface ChannelContent {
	readonly channel: Channel;
	readonly sender: string;
	readonly text: string;
	readonly button: { readonly text: string; readonly url: string } | null;
	readonly imageUrl: string | null;
	readonly validityMinutes: number;
	/** Whether only "read" counts as delivered. */
	readonly finaleRead: boolean;
	readonly template: { readonly id: string; readonly data: ReadonlyMap<string, string> } | null;
	/** SMS parts; 1 in every other channel. */
	readonly parts: number;
}

/** A checked message, shared by all its recipients. */
export interface Content {
	/** In the order in which the gateway tries them. */
	readonly cascade: readonly ChannelContent[];
	/** The text of each channel that has one. */
	readonly texts: Partial<Record<Channel, string>>;
	/** Campaign name; "Шлюз" when none was given (PROTOCOL section 1). */
	readonly campaign: string;
	/** When to start, milliseconds since 1970 (UTC); null = at once. */
	readonly sendAt: number | null;
}

/** One message to one recipient that the gateway took on. Its state is worked out from the timeline. */
export interface AcceptedMessage {
	readonly id: string;
	readonly phone: string;
	/** As sent, or null. */
	readonly clientNumber: string | null;
	readonly content: Content;
	readonly fate: Fate;
	readonly timeline: Timeline;
	/** Gateway time, milliseconds since 1970 (UTC). */
	readonly acceptedAt: number;
	/** When the first channel is tried, gateway time; a top-up brings it forward for what waits for money. */
	startsAt: number;
	/** ID in the first channel; the others show 0. */
	readonly channelId: string;
	readonly protocol: ProtocolName;
	/** Number of the HTTP request it came in. */
	readonly request: number;
}
