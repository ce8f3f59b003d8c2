import type { ChannelName } from './channels';
import type { ChannelContent } from './contentFields';

/** What is sent, whoever it goes to: the same content for several recipients makes one message on the wire. */
export interface Content {
	/** The channels in the order they are tried. */
	readonly cascade: readonly ChannelName[];
	readonly channels: Readonly<Partial<Record<ChannelName, ChannelContent>>>;
	/** The campaign name shown in the operator's cabinet. */
	readonly campaignName?: string;
	/** `YYYY-MM-DD hh:mm` on the gateway's clock (section 6.2); absent means now. */
	readonly sendAt?: string;
	/** IDs of contact lists kept at the operator whose phones are skipped (section 7). */
	readonly stopLists?: readonly string[];
}

/** Who a message goes to. */
export interface Recipient {
	/** International digits without a plus: `79000000001`. */
	readonly phone: string;
	/** The sender's own number for this recipient: 1–15 decimal digits (section 6.3). */
	readonly clientMessageId?: string;
}

/** One message: a content and the recipients it goes to (section 1). */
export interface Message<R extends Recipient = Recipient> {
	readonly content: Content;
	readonly recipients: readonly R[];
}

/** A message to all who are on a contact list kept at the operator (section 7). */
export interface ListMessage {
	readonly content: Content;
	readonly contactList: string;
	/** When this list is sent to, as `sendAt` of the content, which it overrides. */
	readonly sendAt?: string;
}
