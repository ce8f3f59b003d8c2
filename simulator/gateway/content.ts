import type { Channel } from './channel';

/** One step of a cascade: a channel and what it shows the subscriber. */
export interface ChannelContent {
	/** The channel's name. */
	readonly channel: string;
	/** Its row of the table. */
	readonly row: Channel;
	readonly sender: string;
	readonly text: string;
	readonly button: { readonly text: string; readonly url: string } | null;
	readonly imageUrl: string | null;
	readonly validityMinutes: number;
	/** Whether only "read" counts as delivered. */
	readonly finaleRead: boolean;
	readonly template: { readonly id: string; readonly data: ReadonlyMap<string, string> } | null;
	/** SMS parts; 1 in a channel that is not charged by part. */
	readonly parts: number;
}

/** The steps of a message, in the order in which the gateway tries them. */
export type Cascade = readonly [ChannelContent, ...ChannelContent[]];

/** A checked message, shared by all its recipients. */
export interface Content {
	readonly cascade: Cascade;
	/** The text of each channel that has one, by the channel's name. */
	readonly texts: Readonly<Record<string, string>>;
	/** Campaign name; "Шлюз" when none was given (PROTOCOL section 1). */
	readonly campaign: string;
	/** When to start, milliseconds since 1970 (UTC); null = at once. */
	readonly sendAt: number | null;
}

/** The text of each channel that has one, by the channel's name. */
export function textsOf(cascade: Cascade): Content['texts'] {
	return Object.fromEntries(cascade.filter(({ text }) => text !== '').map(({ channel, text }) => [channel, text]));
}
