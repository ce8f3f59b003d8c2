import type { ChannelName } from './channels';

/** What the gateway says of one accepted recipient (docs/protocol.md section 2). */
export interface AcceptedAnswer {
	readonly accepted: true;
	readonly messageId: string;
	readonly phone?: string;
	readonly clientMessageId?: string;
	/** The contact list the phone is on, where the gateway says so. */
	readonly contactList?: string;
	/** How many parts the first channel takes; null where the protocol does not say. */
	readonly parts: number | null;
	/** The ID in each channel; null where the gateway says 0 or nothing. */
	readonly channelIds: Readonly<Partial<Record<ChannelName, string | null>>>;
	/** The recipient's own part of the answer, as it came. */
	readonly raw: unknown;
}

/** What the gateway says of one refused recipient. */
export interface RefusedAnswer {
	readonly accepted: false;
	/** Null when the gateway gives neither an ID nor a reason: then nobody knows whether it was sent. */
	readonly reason: string | null;
	readonly phone?: string;
	readonly clientMessageId?: string;
	readonly contactList?: string;
	/** An ID that came along with a refusal, so that it is not lost. */
	readonly messageId?: string;
	readonly raw: unknown;
}

/** The answer for one recipient. */
export type RecipientAnswer = AcceptedAnswer | RefusedAnswer;

/** The answer for one message: refused as a whole, or one answer for each recipient. */
export type MessageAnswer = { readonly refused: string } | { readonly recipients: readonly RecipientAnswer[] };

/** The answer to a send request: refused as a whole, or one answer for each message, in order. */
export type SendAnswer =
	| { readonly refused: string }
	| {
			readonly messages: readonly MessageAnswer[];
			/** False when some of it could not be read: then the order says nothing, and only client numbers and phones tell whose an answer is. */
			readonly isOrdered?: false;
	  };

/** What the gateway says of one message's state (section 5). */
export interface StateRecord {
	readonly messageId: string;
	/** The overall state in the gateway's words. */
	readonly state: string;
	/** `YYYY-MM-DD hh:mm:ss` on the gateway's clock; null when the gateway gives none. */
	readonly changedAt: string | null;
	readonly channels: Readonly<Partial<Record<ChannelName, ChannelState>>>;
}

/** What became of a message in one channel. */
export interface ChannelState {
	/** The gateway's word; null when it gives none. */
	readonly state: string | null;
	/** Money charged, in the account's currency; null when the gateway gives none. */
	readonly price: number | null;
	/** Parts charged, in channels that charge by part. */
	readonly parts?: number | null;
}

/** The answer to a state query: refused as a whole, or a record of each message the gateway told of. */
export type StatesAnswer =
	| { readonly refused: string }
	| {
			readonly states: readonly StateRecord[];
			/** False when some records could not be read: one of those may be about a message that has none here. */
			readonly isWhole?: false;
	  };
