import type { Channel } from './channels';

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
